import { useTexts } from '../../platform/i18n/language.ts'
import { type Bar, BarChart } from '../charts/BarChart.tsx'
import { FlowChart } from '../charts/FlowChart.tsx'
import { Histogram } from '../charts/Histogram.tsx'
import { QrCode } from '../QrCode.tsx'
import { Section } from '../Section.tsx'
import { exampleQr } from './example-qr.ts'
import { texts } from './texts.ts'

const votes = [21, 19, 17, 13, 9]
const byRole: readonly (readonly (number | null)[])[] = [
  [6, 8, 5, null],
  [2, 7, 4, null],
]
const sizes = [7, 9, 5, 2]

export const Charts = () => {
  const t = useTexts(texts)
  const c = t.charts
  const groups = c.roles.map(label => ({ key: label, label }))
  const grouped: Bar[] = byRole.flatMap((counts, item) =>
    counts.map((count, role) => ({
      label: t.table.items[item] ?? '',
      count,
      of: sizes[role] ?? 0,
      group: c.roles[role] ?? '',
    })),
  )
  return (
    <Section heading={t.parts.charts} id="charts">
      <BarChart
        title={c.bar}
        description={c.barText}
        limit={{ share: 0.5, label: c.limit }}
        what={t.table.item}
        bars={t.table.items.map((label, index) => ({ label, count: votes[index] ?? 0, of: 23 }))}
      />
      <BarChart
        title={c.groups}
        description={c.groupsText}
        groups={groups}
        bars={grouped}
        what={t.table.item}
      />
      <Histogram
        title={c.histogram}
        description={c.histogramText}
        counts={[0, 1, 0, 1, 2, 2, 5, 8, 4]}
        median={8}
        table="open"
        bands={[
          { from: 1, to: 3, label: c.bands[0] ?? '' },
          { from: 4, to: 6, label: c.bands[1] ?? '' },
          { from: 7, to: 9, label: c.bands[2] ?? '' },
        ]}
      />
      <BarChart
        title={c.nobody}
        description={c.nobodyText}
        bars={t.table.items.slice(0, 2).map(label => ({ label, count: 0, of: 0 }))}
      />
      <FlowChart title={c.flow} steps={c.steps} />
      <QrCode {...exampleQr} label={c.qr} link="https://example.org/rosta/tall-bjork-7" />
    </Section>
  )
}
