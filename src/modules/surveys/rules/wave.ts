import { ok, type Result, refuse } from '../../../platform/result.ts'

export type WaveState = 'planned' | 'open' | 'closed'

/** A wave as its state depends on it. Dates without time, `YYYY-MM-DD`, in Swedish time. */
export interface WaveCalendar {
  readonly state: WaveState
  readonly opensOn: string
  readonly closesOn: string
}

export type WaveRefusal = 'not-planned' | 'not-open' | 'no-units' | 'already-over'

/** Opening locks the questionnaire and the units. */
export function open(wave: WaveCalendar, units: number, today: string): Result<WaveState, WaveRefusal> {
  if (wave.state !== 'planned') return refuse('not-planned')
  if (units === 0) return refuse('no-units')
  if (wave.closesOn < today) return refuse('already-over')
  return ok('open')
}

/** Closing lets the results be seen, once and for all. */
export const close = (wave: WaveCalendar): Result<WaveState, WaveRefusal> =>
  wave.state === 'open' ? ok('closed') : refuse('not-open')

/** What the calendar asks for today: a wave opens on its first day, and closes when its last day is over. */
export function due(wave: WaveCalendar, today: string): 'open' | 'close' | undefined {
  if (wave.state === 'planned' && wave.opensOn <= today && today <= wave.closesOn) return 'open'
  if (wave.state === 'open' && wave.closesOn < today) return 'close'
  return undefined
}
