import { formatNumber, formatPercent } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/i18n/language.ts'
import { type Column, Table } from '../../../../ui/Table.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { results } from '../../messages/results.ts'
import type { ItemResult, ResultModel } from '../../rules/results/model.ts'
import { noStand } from '../../rules/results/no-stand.ts'
import { firstDirection, type Sorting, type SortKey, sorted } from '../../rules/results/order.ts'

const tone = { accepted: 'success', kept: 'active', dropped: 'neutral', undecided: 'warning' } as const

/** Every item with its votes and what they say; each heading sorts. */
export const ItemTable = ({
  result,
  sorting,
  path,
}: {
  result: ResultModel
  sorting: Sorting
  path: string
}) => {
  const language = useLanguage()
  const t = useTexts(results)
  const { ballot } = result
  const percent = (yes: number, of: number) => (of === 0 ? t.table.none : formatPercent(language, yes / of))
  const decimal = (value: number) => formatNumber(language, value, Number.isInteger(value) ? 0 : 1)
  const sort = (key: SortKey): Column<ItemResult>['sort'] => {
    const isBy = sorting.by === key
    const opposite = sorting.direction === 'ascending' ? 'descending' : 'ascending'
    const direction = isBy ? opposite : firstDirection[key]
    return {
      href: `${path}?sort=${key}&direction=${direction}#items`,
      ...(isBy && { direction: sorting.direction }),
    }
  }
  const rated: Column<ItemResult>[] = [
    {
      key: 'median',
      label: t.table.median,
      numeric: true,
      cell: ({ rating }) => (rating ? decimal(rating.median) : t.table.none),
    },
    {
      key: 'quartiles',
      label: t.table.quartiles,
      numeric: true,
      cell: ({ rating }) =>
        rating ? `${decimal(rating.lowerQuartile)}–${decimal(rating.upperQuartile)}` : t.table.none,
    },
    {
      key: 'spread',
      label: t.table.spread,
      numeric: true,
      sort: sort('spread'),
      cell: ({ rating }) => (rating ? formatNumber(language, rating.spread, 1) : t.table.none),
    },
    {
      key: 'disagrees',
      label: t.table.disagrees,
      cell: ({ rating }) =>
        rating ? (rating.disagrees ? t.table.isDisagreement : t.table.isNot) : t.table.none,
    },
  ]
  const spoken: Column<ItemResult>[] = [
    {
      key: 'agreement',
      label: t.table.agreement,
      numeric: true,
      sort: sort('agreement'),
      cell: ({ agreement }) =>
        agreement
          ? `${t.table.plain(agreement.yes, agreement.of)} ${t.table.side[agreement.side]}`
          : t.table.none,
    },
  ]
  const yes = { 'yes-no': t.table.yes, choose: t.table.chosen, 'rating-1-9': t.table.high }[ballot]
  const hasEarlier = result.items.some(one => one.stability)
  const columns: Column<ItemResult>[] = [
    {
      key: 'item',
      label: t.table.item,
      rowHeader: true,
      sort: sort('item'),
      cell: one => one.label,
    },
    {
      key: 'share',
      label: t.table.share,
      numeric: true,
      sort: sort('support'),
      cell: ({ share }) => t.table.kOfN(share.yes, share.of, percent(share.yes, share.of)),
    },
    {
      key: 'outcome',
      label: t.table.outcome,
      sort: sort('outcome'),
      cell: ({ outcome }) => <Tag tone={tone[outcome]}>{t.outcome[outcome]}</Tag>,
    },
    { key: 'yes', label: yes, numeric: true, cell: one => one.yes },
    ...(ballot === 'choose'
      ? []
      : [
          {
            key: 'no',
            label: ballot === 'rating-1-9' ? t.table.low : t.table.no,
            numeric: true,
            cell: (one: ItemResult) => one.no,
          },
          { key: 'abstain', label: t.table.abstain, numeric: true, cell: noStand },
        ]),
    ...(ballot === 'rating-1-9' ? rated : []),
    ...(ballot === 'choose' ? [] : spoken),
    ...(hasEarlier
      ? [
          {
            key: 'stability',
            label: t.table.stability,
            numeric: true,
            sort: sort('stability'),
            cell: ({ stability }: ItemResult) =>
              stability
                ? t.table[stability.stable ? 'stable' : 'moved'](
                    formatPercent(language, stability.change),
                    stability.since,
                  )
                : t.table.none,
          },
        ]
      : []),
  ]
  return (
    <Table
      caption={t.table.caption}
      captionHidden
      columns={columns}
      rows={sorted(result.items, sorting)}
      rowKey={one => one.item}
    />
  )
}
