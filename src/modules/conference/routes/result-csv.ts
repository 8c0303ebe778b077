import { toCsv } from '../../../platform/documents/csv.ts'
import type { Cell, Column } from '../../../platform/documents/document.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import { results } from '../messages/results.ts'
import { wordFor } from '../messages/words.ts'
import type { ItemResult, ResultModel } from '../rules/results/model.ts'
import { noStand } from '../rules/results/no-stand.ts'

type CsvColumn = Column & { readonly cell: (one: ItemResult) => Cell }

/** The table of all items as a file: a column a figure, so that it can be counted with. */
export function resultCsv(result: ResultModel, language: Language): string {
  const t = results[language].csv
  const word = results[language]
  const number = (name: string, cell: CsvColumn['cell']): CsvColumn => ({ name, kind: 'number', cell })
  const text = (name: string, cell: CsvColumn['cell']): CsvColumn => ({ name, cell })
  const columns: CsvColumn[] = [
    number(t.number, one => one.item),
    text(t.item, one => one.name),
    text(t.kind, one => wordFor(language, 'kind', one.kind)),
    text(t.outcome, one => word.outcome[one.outcome]),
    number(t.yes[result.ballot], one => one.yes),
    ...(result.ballot === 'choose'
      ? []
      : [number(t.no[result.ballot], one => one.no), number(t.noStand, noStand)]),
    number(t.support, one => one.share.yes),
    number(t.of, one => one.share.of),
    { name: t.share, kind: 'share', cell: one => portion(one.share) },
    ...(result.ballot === 'choose'
      ? []
      : [
          number(t.agreeing, one => one.agreement?.yes ?? null),
          number(t.agreeingOf, one => one.agreement?.of ?? null),
          text(t.agreeingOn, one => (one.agreement ? word.table.side[one.agreement.side] : null)),
        ]),
    ...(result.ballot === 'rating-1-9'
      ? [
          number(t.median, one => one.rating?.median ?? null),
          number(t.lowerQuartile, one => one.rating?.lowerQuartile ?? null),
          number(t.upperQuartile, one => one.rating?.upperQuartile ?? null),
          number(t.spread, one => (one.rating ? rounded(one.rating.spread) : null)),
          text(
            t.disagrees,
            one => one.rating && word.table[one.rating.disagrees ? 'isDisagreement' : 'isNot'],
          ),
          ...Array.from({ length: 9 }, (_, place) =>
            number(t.rated(place + 1), one => one.rating?.histogram[place] ?? 0),
          ),
        ]
      : []),
    number(t.since, one => one.stability?.since ?? null),
    { name: t.change, kind: 'share', cell: one => (one.stability ? rounded(one.stability.change) : null) },
    ...result.groups
      .filter(({ voted }) => voted !== null)
      .flatMap(({ group }) => {
        const name = wordFor(language, 'role', group)
        const own = (one: ItemResult) => one.groups.find(each => each.group === group)
        return [
          number(t.group(name), one => own(one)?.yes ?? null),
          number(t.groupOf(name), one => own(one)?.of ?? null),
        ]
      }),
  ]
  return toCsv(language, {
    kind: 'table',
    caption: word.title(result.number),
    columns,
    rows: result.items.map(one => columns.map(column => column.cell(one))),
  })
}

/** Figures that people copy: no more decimals than say something. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000
const portion = ({ yes, of }: { yes: number; of: number }): number | null =>
  of === 0 ? null : rounded(yes / of)
