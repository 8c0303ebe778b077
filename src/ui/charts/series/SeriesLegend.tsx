import { useTexts } from '../../../platform/i18n/language.ts'
import { messages } from '../../messages.ts'
import { LineSwatch } from '../Curve.tsx'
import { Legend, type LegendItem } from '../Legend.tsx'
import { IntervalSwatch, Mark, Ring } from '../Mark.tsx'
import { useShareWords } from '../share-figure.ts'
import type { Slot } from './layout.ts'
import type { Series } from './series.ts'
import { useSignalNotes } from './signal-notes.ts'

/** What is in the drawing, and no more; of what happened, also when and why. */
export const SeriesLegend = ({ series, slots }: { series: readonly Series[]; slots: readonly Slot[] }) => {
  const t = useTexts(messages).chart
  const { percent } = useShareWords()
  const signals = useSignalNotes()
  const centres = series.flatMap(({ centre }) => centre ?? [])
  const [first] = centres
  const items: (LegendItem | false)[] = [
    slots.some(({ shown, point }) => shown && !point.limits) && {
      swatch: <IntervalSwatch direction="upright" />,
      text: t.intervalIs,
    },
    slots.some(({ point }) => point.imported) && { swatch: <Mark kind="imported" />, text: t.imported },
    first !== undefined && {
      swatch: <LineSwatch kind="centre" />,
      text: `${t.centre[first.kind]} ${centres.map(({ share }) => percent(share)).join(t.later)}`,
    },
    slots.some(({ point }) => point.limits) && { swatch: <LineSwatch kind="limit" />, text: t.limitsAre },
    ...slots
      .filter(({ isNew }) => isNew)
      .map(slot => ({
        swatch: <LineSwatch kind="break" direction="upright" />,
        text: t.newSeriesFrom(slot.point.label, series[slot.series]?.begins),
      })),
    ...signals.ofSlots(slots).map(text => ({ swatch: <Ring />, text: `${t.signal}: ${text}` })),
  ]
  return <Legend items={items.filter(item => item !== false)} />
}
