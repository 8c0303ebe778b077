import type { TextRoom } from '../Plot.tsx'
import { down, hundredths } from '../position.ts'
import type { Interval, ShownShare } from '../share-figure.ts'
import type { Series, SeriesPoint, SeriesSignal } from './series.ts'

/** A measurement in its slot: slots are equally wide, and the point stands in the middle. */
export interface Slot {
  readonly point: SeriesPoint
  /** The share and its interval, where there is one to show. */
  readonly shown: ShownShare | undefined
  /** 0-1 across. */
  readonly start: number
  readonly middle: number
  readonly end: number
  /** Which series it belongs to. */
  readonly series: number
  /** It is the first of a series that is not the first. */
  readonly isNew: boolean
  /** The patterns that it is part of. */
  readonly patterns: readonly SeriesSignal[]
  /** On which side of its limits it lies, if outside. */
  readonly outside: 'above' | 'below' | undefined
  /** Where there is room for its texts. */
  readonly text: TextRoom
}

/** So many texts fit beside each other on the smallest phone, on a usual one, and in a wide place. */
const textsThatFit = { always: 5, 'from-phone': 7, 'from-wide': 13 }

/** Something is said about it: it has a ring. */
export const isSignal = ({ patterns, outside }: Slot): boolean => patterns.length > 0 || outside !== undefined

const shownOf = ({ figure }: SeriesPoint): ShownShare | undefined =>
  figure === 'not-measured' || figure.suppressed ? undefined : figure

function outsideOf(shown: ShownShare | undefined, limits: Interval | undefined): Slot['outside'] {
  if (!shown || !limits) return undefined
  if (shown.share > limits.high) return 'above'
  return shown.share < limits.low ? 'below' : undefined
}

/** Every measurement of all series, from left to right. */
export function slotsOf(series: readonly Series[]): readonly Slot[] {
  const all = series.reduce((sum, { points }) => sum + points.length, 0)
  // Every second or third that is left over where it is wide, so that none comes back where it is narrow.
  const inWide = Math.ceil(all / textsThatFit['from-wide'])
  const onPhone = inWide * Math.ceil(all / inWide / textsThatFit['from-phone'])
  const onSmallest = onPhone * Math.ceil(all / onPhone / textsThatFit.always)
  const slots: Slot[] = []
  for (const [place, { points, signals = [] }] of series.entries()) {
    let figures = 0
    for (const [index, point] of points.entries()) {
      const slot = slots.length
      const shown = shownOf(point)
      const counted = figures
      // The newest always has its text.
      const fromLast = all - 1 - slot
      slots.push({
        point,
        shown,
        start: slot / all,
        middle: (slot + 0.5) / all,
        end: (slot + 1) / all,
        series: place,
        isNew: place > 0 && index === 0,
        patterns: shown ? signals.filter(({ from, to }) => counted >= from && counted <= to) : [],
        outside: outsideOf(shown, point.limits),
        text:
          fromLast % onSmallest === 0
            ? 'always'
            : fromLast % onPhone === 0
              ? 'from-phone'
              : fromLast % inWide === 0
                ? 'from-wide'
                : 'never',
      })
      if (shown) figures++
    }
  }
  return slots
}

/** Neighbours of one series that all have what is asked for: where one has not, or a series ends, the line breaks. */
export function unbroken(slots: readonly Slot[], has: (slot: Slot) => boolean): readonly (readonly Slot[])[] {
  const runs: Slot[][] = []
  let before: Slot | undefined
  for (const slot of slots) {
    const goesOn = before !== undefined && has(before) && before.series === slot.series
    if (has(slot)) {
      if (goesOn) runs.at(-1)?.push(slot)
      else runs.push([slot])
    }
    before = slot
  }
  return runs
}

const at = (across: number, share: number) => `${hundredths(across)} ${hundredths(down(share))}`

/** Through the points, 0-100 both ways; empty for a point without neighbours. */
export const linePath = (run: readonly Slot[]): string =>
  run.length < 2
    ? ''
    : run
        .map(({ middle, shown }, index) => `${index === 0 ? 'M' : 'L'}${at(middle, shown?.share ?? 0)}`)
        .join('')

/** A limit in steps, since each measurement has its own. */
export const stepPath = (run: readonly Slot[], side: keyof Interval): string =>
  run
    .map(({ start, end, point }, index) => {
      const share = point.limits?.[side] ?? 0
      return `${index === 0 ? 'M' : 'L'}${at(start, share)}H${hundredths(end)}`
    })
    .join('')

/** From one place to another at the same share. */
export const levelPath = (start: number, end: number, share: number): string =>
  `M${at(start, share)}H${hundredths(end)}`

/** Between higher neighbours, so that lines go up from it: a text over it would stand in them. */
export function isValley(slots: readonly Slot[], place: number): boolean {
  const [before, own, after] = [slots[place - 1]?.shown, slots[place]?.shown, slots[place + 1]?.shown]
  if (!own) return false
  const [left, right] = [before?.share ?? own.share, after?.share ?? own.share]
  return left + right > 2 * own.share
}
