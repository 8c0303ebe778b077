import { useId } from 'preact/hooks'
import { useTexts } from '../../platform/i18n/language.ts'
import { messages } from '../messages.ts'
import { Table } from '../Table.tsx'
import { ChartRow, ChartRows } from './ChartRow.tsx'
import { LineSwatch, Upright } from './Curve.tsx'
import { type ChartProps, Figure } from './Figure.tsx'
import { Legend, type LegendItem } from './Legend.tsx'
import { IntervalShape, IntervalSwatch, Mark } from './Mark.tsx'
import { percentOf } from './position.ts'
import { type ShareFigure, useShareWords } from './share-figure.ts'
import { Withheld } from './Withheld.tsx'

export interface IntervalDot {
  readonly label: string
  readonly figure: ShareFigure
  /** Marked among the others: one's own. */
  readonly isOwn?: boolean
}

export interface IntervalDotsProps extends ChartProps {
  /** Drawn in the order that they are given, which should be the unit's own: by name, or as they are always listed. */
  readonly units: readonly IntervalDot[]
  /** A line through all of them: the share of all together. */
  readonly reference?: { readonly share: number; readonly label: string } | undefined
  /** Heading of the table's first column; default "Vad". */
  readonly what?: string
}

const middle = 0.5

/** Shares of several units, each with its interval, on one axis: what overlaps may be alike. */
export const IntervalDots = ({ units, reference, what, ...chart }: IntervalDotsProps) => {
  const id = useId()
  const t = useTexts(messages).chart
  const words = useShareWords()
  const legend: (LegendItem | false | undefined)[] = [
    units.some(({ figure }) => !figure.suppressed) && {
      swatch: <IntervalSwatch direction="lying" />,
      text: t.intervalIs,
    },
    reference && {
      swatch: <LineSwatch kind="centre" direction="upright" />,
      text: `${reference.label}: ${words.percent(reference.share)}`,
    },
  ]
  return (
    <Figure
      {...chart}
      legend={<Legend items={legend.filter(item => typeof item === 'object')} />}
      figures={
        <Table
          caption={chart.title}
          captionHidden
          columns={[
            { key: 'label', label: what ?? t.what, rowHeader: true, cell: unit => unit.label },
            { key: 'share', label: t.share, numeric: true, cell: ({ figure }) => words.share(figure) },
            {
              key: 'interval',
              label: t.interval,
              numeric: true,
              cell: ({ figure }) => words.shown(figure, words.range),
            },
            {
              key: 'n',
              label: t.n,
              numeric: true,
              cell: ({ figure }) => words.shown(figure, ({ n }) => words.count(n)),
            },
          ]}
          rows={units}
          rowKey={({ label }) => label}
        />
      }
    >
      <ChartRows>
        {units.map(({ label, figure, isOwn = false }, index) => (
          <ChartRow
            key={label}
            label={isOwn ? <b>{label}</b> : label}
            height={2.75}
            isCentred
            values={
              <>
                <b>{words.shown(figure, ({ share }) => words.percent(share))}</b>{' '}
                <span class="from-wide">{words.shown(figure, words.range)}</span>{' '}
                <span>{words.shown(figure, ({ n }) => t.ofN(words.count(n)))}</span>
              </>
            }
          >
            {[0, 0.5, 1].map(share => (
              <line key={share} class="grid" x1={percentOf(share)} x2={percentOf(share)} y2="100%" />
            ))}
            {!figure.suppressed && <IntervalShape direction="lying" low={figure.low} high={figure.high} />}
            {reference && <Upright kind="centre" x={percentOf(reference.share)} />}
            {figure.suppressed ? (
              <Withheld id={`${id}-${index}`} text={t.tooFew} />
            ) : (
              <Mark kind={isOwn ? 'own' : 'counted'} x={figure.share} y={middle} />
            )}
          </ChartRow>
        ))}
        <ChartRow height={1.6}>
          {[0, 0.5, 1].map(share => (
            <text
              key={share}
              x={percentOf(share)}
              y="1.2em"
              text-anchor={share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}
            >
              {words.percent(share)}
            </text>
          ))}
        </ChartRow>
      </ChartRows>
    </Figure>
  )
}
