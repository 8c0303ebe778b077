import { formatPercent } from '../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../platform/i18n/language.ts'
import { ChangeTag, type ChangeTagProps } from '../charts/ChangeTag.tsx'
import { DistributionBars } from '../charts/DistributionBars.tsx'
import { FunnelPlot } from '../charts/FunnelPlot.tsx'
import { IntervalDots } from '../charts/IntervalDots.tsx'
import { SeriesChart } from '../charts/SeriesChart.tsx'
import { Sparkline } from '../charts/Sparkline.tsx'
import type { Series, SeriesPoint } from '../charts/series/series.ts'
import { Section } from '../Section.tsx'
import { Table } from '../Table.tsx'
import { fewWaves, funnelLimits, inFunnel, initiatives, manyWaves, monthly } from './example-shares.ts'
import { shareTexts } from './share-texts.ts'
import { texts } from './texts.ts'

const changes: readonly ChangeTagProps[] = [
  { verdict: 'higher', news: 'better', by: { difference: 0.12, low: 0.03, high: 0.21 } },
  { verdict: 'lower', news: 'worse', by: { difference: -0.09, low: -0.16, high: -0.02 } },
  { verdict: 'no-certain-difference', news: 'none', by: { difference: 0.02, low: -0.11, high: 0.14 } },
  { verdict: 'lower', news: 'better' },
  { verdict: 'higher', news: 'worse' },
  { verdict: 'higher', news: 'none' },
]

const suppressed = { suppressed: true } as const

/** Shares with their uncertainty: over time, between units, and by answer. */
export const Shares = () => {
  const t = useTexts(shareTexts)
  const language = useLanguage()
  const five: Series = {
    points: [
      { label: t.october(2019), figure: 'not-measured' },
      ...fewWaves.slice(0, 2).map((figure, index) => ({
        label: t.october(2020 + index),
        figure,
        imported: index === 0,
      })),
      { label: t.october(2022), figure: suppressed },
      ...fewWaves.slice(2).map((figure, index) => ({ label: t.october(2023 + index), figure })),
    ],
  }
  const waves = manyWaves.map((figure, index): SeriesPoint => ({ label: t.october(2013 + index), figure }))
  const run: Series = {
    points: waves,
    centre: { kind: 'median', share: 0.482 },
    signals: [{ kind: 'shift', direction: 'up', from: 6, to: 11 }],
  }
  const reworded: readonly Series[] = [
    { points: waves.slice(3, 8).map(point => ({ ...point, imported: true })) },
    { begins: t.begins, points: waves.slice(8) },
  ]
  const rows: readonly (readonly Series[])[] = [
    [five],
    [run],
    reworded,
    [{ points: five.points.map(({ label }) => ({ label, figure: suppressed })) }],
  ]
  const associations = inFunnel.map((figure, index) => ({ label: t.place(index + 1), figure }))
  return (
    <Section heading={useTexts(texts).parts.shares} id="shares">
      <SeriesChart title={t.series} description={t.seriesText} series={[five]} />
      <SeriesChart title={t.run} description={t.runText} series={[run]} />
      <SeriesChart title={t.reworded} description={t.rewordedText} series={reworded} />
      <SeriesChart
        title={t.months}
        description={t.monthsText}
        series={[
          {
            points: monthly.map((point, index) => ({ label: t.month(index), ...point })),
            centre: { kind: 'mean', share: 0.69 },
          },
        ]}
      />
      <SeriesChart
        title={t.one}
        description={t.oneText}
        series={[{ points: waves.slice(-1) }]}
        table="open"
      />
      <SeriesChart title={t.none} description={t.noneText} series={[]} />
      <Table
        caption={t.table}
        columns={[
          {
            key: 'indicator',
            label: t.indicator,
            rowHeader: true,
            cell: row => t.indicators[rows.indexOf(row)],
          },
          {
            key: 'now',
            label: t.now,
            numeric: true,
            cell: row => {
              const figure = row.at(-1)?.points.at(-1)?.figure
              return figure && figure !== 'not-measured' && !figure.suppressed
                ? formatPercent(language, figure.share)
                : '–'
            },
          },
          {
            key: 'change',
            label: t.change,
            cell: row => (
              <ChangeTag
                {...(changes[[0, 2, 1, 2][rows.indexOf(row)] ?? 2] as ChangeTagProps)}
                by={undefined}
              />
            ),
          },
          {
            key: 'over',
            label: t.over,
            cell: row => <Sparkline series={row} scale={{ low: 0.3, high: 0.8 }} />,
          },
        ]}
        rows={rows}
        rowKey={row => rows.indexOf(row)}
        onPhone="stack"
      />
      <Section heading={t.tags} level={3}>
        {changes.map((change, index) => (
          <p key={index}>
            <ChangeTag {...change} />
          </p>
        ))}
      </Section>
      <FunnelPlot
        title={t.funnel}
        description={t.funnelText}
        what={t.association}
        average={0.663}
        limits={funnelLimits}
        units={[
          ...associations,
          { label: t.place(associations.length + 1), figure: suppressed },
          { label: t.own, isOwn: true, figure: { n: 96, share: 0.823, place: 'far-above' } },
        ]}
      />
      <DistributionBars
        title={t.bars}
        description={t.barsText}
        options={t.options.map((label, index) => ({ label, isFavourable: index < 2 }))}
        rows={[[14, 21, 9, 5, 3], [6, 19, 17, 4, 0], undefined, [31, 26, 22, 15, 10], [0, 0, 0, 0, 0]].map(
          (counts, index) => ({
            label: t.groups[index] ?? '',
            answers: counts ? { counts, unknown: index === 0 ? 7 : undefined } : suppressed,
          }),
        )}
      />
      <IntervalDots
        title={t.dots}
        description={t.dotsText}
        reference={{ share: 0.66, label: t.all }}
        units={t.initiatives.map((label, index) => ({
          label,
          figure: initiatives[index] ?? suppressed,
          isOwn: index === 3,
        }))}
      />
    </Section>
  )
}
