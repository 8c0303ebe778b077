import type { WaveState } from './wave.ts'

/** What changes on a wave's page while it is open: how many, by unit; never who, and never what. */
export interface WaveModel {
  readonly waveId: string
  readonly state: WaveState
  readonly units: readonly UnitResponse[]
}

export interface UnitResponse {
  readonly id: string
  /** Null: the association as a whole. */
  readonly initiative: string | null
  readonly expected: number | null
  readonly answered: number
}

/** How many have answered of those who were expected; `expected` is null where one unit does not know. */
export function responseOf(units: readonly Pick<UnitResponse, 'expected' | 'answered'>[]): {
  readonly answered: number
  readonly expected: number | null
} {
  const answered = units.reduce((sum, unit) => sum + unit.answered, 0)
  const isKnown = units.length > 0 && units.every(unit => unit.expected !== null)
  return { answered, expected: isKnown ? units.reduce((sum, unit) => sum + (unit.expected ?? 0), 0) : null }
}
