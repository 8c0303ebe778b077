import type { ComponentChildren } from 'preact'
import { classes } from '../class-names.ts'
import { down, percentOf } from './position.ts'
import { useShareWords } from './share-figure.ts'

/** A text under the axis, at a place 0-1 across. */
export interface PlotText {
  readonly at: number
  readonly text: string
  readonly room?: TextRoom
}

/** From which width of its place a text has room: any, a usual phone's, a wide one, or none. */
export type TextRoom = 'always' | 'from-phone' | 'from-wide' | 'never'

/** The class of a text that is left out where it has no room. */
export const roomClass = (room: TextRoom): string | undefined => (room === 'always' ? undefined : room)

/** A row of texts under the axis, with what they are called in the margin. */
export interface PlotRow {
  readonly heading?: string
  readonly texts: readonly PlotText[]
}

// In em, so that a drawing grows with its text: when a reader enlarges it, and on a big screen.
const above = 1.9
const row = 1.35
/** Of the area that shares 0-100 % are drawn in, in em. */
export const plotHeight = 14

/** A drawing with shares 0-100 % upwards, as wide as its place. `children` are placed in percent of its area. */
export const Plot = ({
  rows,
  isShort = false,
  children,
}: {
  rows: readonly PlotRow[]
  /** Few points stand closer to each other than the page is wide. */
  isShort?: boolean
  children: ComponentChildren
}) => {
  const { percent } = useShareWords()
  return (
    <div class={classes('plot-frame', isShort && 'plot-short')}>
      <svg
        class="plot"
        overflow="visible"
        height={`${above + plotHeight + 0.4 + rows.length * row}em`}
        aria-hidden="true"
        focusable="false"
      >
        <svg y={`${above}em`} width="100%" height={`${plotHeight}em`} overflow="visible" aria-hidden="true">
          {[0, 0.5, 1].map(share => (
            <g key={share}>
              <line
                class={share === 0 ? 'axis' : 'grid'}
                x2="100%"
                y1={percentOf(down(share))}
                y2={percentOf(down(share))}
              />
              <text x="-0.6em" y={percentOf(down(share))} dy="0.35em" text-anchor="end">
                {percent(share)}
              </text>
            </g>
          ))}
          {children}
        </svg>
        {rows.map(({ heading, texts }, place) => {
          const y = `${above + plotHeight + 0.2 + (place + 1) * row}em`
          return (
            <g key={place}>
              {heading && (
                <text x="-0.6em" y={y} text-anchor="end">
                  {heading}
                </text>
              )}
              {texts.map(({ at, text, room = 'always' }) => (
                <text key={at} class={roomClass(room)} x={percentOf(at)} y={y} text-anchor="middle">
                  {text}
                </text>
              ))}
            </g>
          )
        })}
      </svg>
    </div>
  )
}
