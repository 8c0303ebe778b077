import { useTexts } from '../../../platform/i18n/language.ts'
import { messages } from '../../messages.ts'
import { type Column, Table } from '../../Table.tsx'
import { nothing, useShareWords } from '../share-figure.ts'
import type { Slot } from './layout.ts'
import type { Series } from './series.ts'
import { useSignalNotes } from './signal-notes.ts'

/** A series chart in figures, a measurement a row. */
export const SeriesTable = ({
  title,
  series,
  slots,
}: {
  title: string
  series: readonly Series[]
  slots: readonly Slot[]
}) => {
  const t = useTexts(messages).chart
  const words = useShareWords()
  const signals = useSignalNotes()
  const noteOf = (slot: Slot) =>
    [
      slot.isNew ? t.newSeriesBecause(series[slot.series]?.begins) : '',
      slot.point.imported ? t.imported : '',
      ...signals.ofSlot(slot).map(text => `${t.signal}: ${text}`),
    ]
      .filter(Boolean)
      .join('. ')
  const columns: Column<Slot>[] = [
    { key: 'wave', label: t.wave, rowHeader: true, cell: ({ point }) => point.label },
    {
      key: 'share',
      label: t.share,
      numeric: true,
      cell: ({ point: { figure } }) => (figure === 'not-measured' ? t.notMeasured : words.share(figure)),
    },
    {
      key: 'interval',
      label: t.interval,
      numeric: true,
      cell: ({ shown }) => (shown ? words.range(shown) : nothing),
    },
    { key: 'n', label: t.n, numeric: true, cell: ({ shown }) => (shown ? words.count(shown.n) : nothing) },
    {
      key: 'limits',
      label: t.limits,
      numeric: true,
      cell: ({ point }) => (point.limits ? words.range(point.limits) : nothing),
    },
    { key: 'note', label: t.note, cell: noteOf },
  ]
  const isNeeded = (key: string) => {
    if (key === 'limits') return slots.some(({ point }) => point.limits)
    return key !== 'note' || slots.some(slot => noteOf(slot) !== '')
  }
  return (
    <Table
      caption={title}
      captionHidden
      columns={columns.filter(({ key }) => isNeeded(key))}
      rows={slots}
      rowKey={({ start }) => start}
    />
  )
}
