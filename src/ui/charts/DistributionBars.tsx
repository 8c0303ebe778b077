import { useId } from 'preact/hooks'
import { useTexts } from '../../platform/i18n/language.ts'
import { messages } from '../messages.ts'
import { type Column, Table } from '../Table.tsx'
import { ChartRow, ChartRows } from './ChartRow.tsx'
import { type ChartProps, Figure } from './Figure.tsx'
import { Legend } from './Legend.tsx'
import { percentOf } from './position.ts'
import { SeriesPattern, seriesCount } from './SeriesPattern.tsx'
import { nothing, type Suppressed, useShareWords } from './share-figure.ts'
import { Withheld } from './Withheld.tsx'

export interface AnswerOption {
  readonly label: string
  readonly isFavourable: boolean
}

export interface Distribution {
  /** A group or a wave. */
  readonly label: string
  readonly answers:
    | Suppressed
    | {
        readonly suppressed?: false
        /** How many chose each option, in the options' order. One choice each: together they are all. */
        readonly counts: readonly number[]
        /** How many did not know or skipped the question; they are in no share. Left out where it may not be shown. */
        readonly unknown?: number | undefined
      }
}

export interface DistributionBarsProps extends ChartProps {
  /** In the question's order. */
  readonly options: readonly AnswerOption[]
  readonly rows: readonly Distribution[]
  /** Heading of the table's first column; default "Vad". */
  readonly what?: string
}

/** Shares from which the figure has room under its part: on a phone, and where it is wider. */
const roomOnPhone = 0.13
const roomInWide = 0.07

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

/** How many chose each option, as parts of one bar for each group or wave. */
export const DistributionBars = ({ options, rows, what, ...chart }: DistributionBarsProps) => {
  const id = useId()
  const t = useTexts(messages).chart
  const words = useShareWords()
  const favourableOf = (counts: readonly number[]) =>
    sumOf(counts.filter((_, place) => options[place]?.isFavourable))
  return (
    <Figure
      {...chart}
      legend={
        <Legend
          items={options.map(({ label, isFavourable }, place) => ({
            swatch: (
              <svg x="-0.8em" y="-0.55em" width="1.6em" height="1.1em" aria-hidden="true">
                <Part options={options} place={place} id={id} />
              </svg>
            ),
            text: isFavourable ? t.favourable(label) : label,
          }))}
        />
      }
      figures={<DistributionTable title={chart.title} what={what} options={options} rows={rows} />}
    >
      <svg class="definitions" width="0" height="0" aria-hidden="true" focusable="false">
        <defs>
          {options.map(
            ({ isFavourable }, place) =>
              isFavourable && (
                <SeriesPattern
                  key={place}
                  id={`${id}-${place}`}
                  index={1 + ((kindOf(options, place) - 1) % (seriesCount - 1))}
                />
              ),
          )}
        </defs>
      </svg>
      <ChartRows>
        {rows.map(({ label, answers }, index) => {
          const n = answers.suppressed ? 0 : sumOf(answers.counts)
          const favourable = answers.suppressed ? 0 : favourableOf(answers.counts)
          return (
            <ChartRow
              key={label}
              label={label}
              height={3}
              values={
                answers.suppressed || n === 0 ? (
                  <b>{nothing}</b>
                ) : (
                  <>
                    <b>{words.percent(favourable / n)}</b>{' '}
                    <span>{t.kOfN(words.count(favourable), words.count(n))}</span>
                  </>
                )
              }
            >
              {answers.suppressed || n === 0 ? (
                <Withheld
                  id={`${id}-row-${index}`}
                  height="1.6em"
                  text={answers.suppressed ? t.tooFew : t.nobody}
                />
              ) : (
                <Parts options={options} counts={answers.counts} id={id} />
              )}
            </ChartRow>
          )
        })}
      </ChartRows>
    </Figure>
  )
}

const Parts = ({
  options,
  counts,
  id,
}: {
  options: readonly AnswerOption[]
  counts: readonly number[]
  id: string
}) => {
  const { percent } = useShareWords()
  const n = sumOf(counts)
  const parts = counts.map((count, place) => ({
    place,
    share: count / n,
    start: sumOf(counts.slice(0, place)) / n,
  }))
  const drawn = parts.filter(({ share }) => share > 0)
  return (
    <>
      {drawn.map(({ place, share, start }) => (
        <svg key={place} x={percentOf(start)} width={percentOf(share)} height="1.6em" aria-hidden="true">
          <Part options={options} place={place} id={id} />
        </svg>
      ))}
      {drawn.slice(1).map(({ place, start }) => (
        <line
          key={place}
          class="part-edge"
          stroke-width="3"
          x1={percentOf(start)}
          x2={percentOf(start)}
          y2="1.6em"
        />
      ))}
      {drawn
        .filter(({ share }) => share >= roomInWide)
        .map(({ place, share, start }) => (
          <text
            key={place}
            class={share < roomOnPhone ? 'from-wide' : undefined}
            x={percentOf(start + share / 2)}
            y="2.65em"
            text-anchor="middle"
          >
            {percent(share)}
          </text>
        ))}
    </>
  )
}

/** What fills the part of an option: favourable ones are coloured and patterned, others plain, darker the further away. */
const Part = ({ options, place, id }: { options: readonly AnswerOption[]; place: number; id: string }) =>
  options[place]?.isFavourable ? (
    <>
      <rect class="part-favourable" width="100%" height="100%" />
      <rect width="100%" height="100%" fill={`url(#${id}-${place})`} />
    </>
  ) : (
    <rect class="part" width="100%" height="100%" fill-opacity={0.1 + 0.16 * (kindOf(options, place) - 1)} />
  )

/** 1 for an option beside one of the other sort, 2 for the next: neighbours never look alike. */
function kindOf(options: readonly AnswerOption[], place: number): number {
  const own = options[place]?.isFavourable
  const distances = options.flatMap(({ isFavourable }, other) =>
    isFavourable === own ? [] : Math.abs(other - place),
  )
  return distances.length === 0 ? place + 1 : Math.min(...distances)
}

const DistributionTable = ({
  title,
  what,
  options,
  rows,
}: Pick<DistributionBarsProps, 'title' | 'what' | 'options' | 'rows'>) => {
  const t = useTexts(messages).chart
  const words = useShareWords()
  const columns: Column<Distribution>[] = [
    { key: 'label', label: what ?? t.what, rowHeader: true, cell: row => row.label },
    ...options.map(({ label, isFavourable }, place) => ({
      key: `${place}`,
      label: isFavourable ? t.favourable(label) : label,
      numeric: true,
      cell: ({ answers }: Distribution) => {
        if (answers.suppressed) return place === 0 ? t.tooFew : nothing
        const count = answers.counts[place] ?? 0
        const n = sumOf(answers.counts)
        return n === 0 ? words.count(count) : `${words.count(count)} (${words.percent(count / n)})`
      },
    })),
    {
      key: 'n',
      label: t.n,
      numeric: true,
      cell: ({ answers }) => (answers.suppressed ? nothing : words.count(sumOf(answers.counts))),
    },
    {
      key: 'unknown',
      label: t.unknown,
      numeric: true,
      cell: ({ answers }) =>
        answers.suppressed || answers.unknown === undefined ? t.notShown : words.count(answers.unknown),
    },
  ]
  const hasUnknown = rows.some(({ answers }) => !answers.suppressed && answers.unknown !== undefined)
  return (
    <Table
      caption={title}
      captionHidden
      columns={columns.filter(({ key }) => key !== 'unknown' || hasUnknown)}
      rows={rows}
      rowKey={({ label }) => label}
    />
  )
}
