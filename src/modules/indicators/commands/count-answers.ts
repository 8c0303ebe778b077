import '../tables.ts'
import { sql } from 'kysely'
import type { Transaction } from '../../../platform/database/tables.ts'

/** How much the figures of one measure in one unit change. Negative where an answer was changed. */
export interface CountedAnswers {
  readonly measurementId: string
  readonly measureId: string
  /** The initiative, or `noInitiative`. */
  readonly initiativeId: string
  readonly n: number
  readonly favourable: number
  readonly sum: number
  readonly sumOfSquares: number
  /** In the order of the measure's options. */
  readonly counts: readonly number[]
  readonly unknown: number
}

/** What is of the association as a whole, and of none of its initiatives. */
export const noInitiative = '00000000-0000-0000-0000-000000000000'

/** Adds to what is counted: one statement, however much there is. */
export async function addAnswers(trx: Transaction, added: readonly CountedAnswers[]): Promise<void> {
  if (added.length === 0) return
  await sql`
    insert into indicators.statistic as kept
      (measurement_id, measure_id, initiative_id, n, favourable, sum, sum_of_squares, counts, unknown)
    select * from ${rowsOf(added)}
    on conflict (measurement_id, measure_id, initiative_id) do update set
      n = kept.n + excluded.n,
      favourable = kept.favourable + excluded.favourable,
      sum = kept.sum + excluded.sum,
      sum_of_squares = kept.sum_of_squares + excluded.sum_of_squares,
      counts = indicators.add_counts(kept.counts, excluded.counts),
      unknown = kept.unknown + excluded.unknown`.execute(trx)
}

/** In one order everywhere, so that two processes never wait for each other's rows. */
const rowsOf = (answers: readonly CountedAnswers[]) => sql`jsonb_to_recordset(${JSON.stringify(
  answers
    .map(one => ({
      measurement_id: one.measurementId,
      measure_id: one.measureId,
      initiative_id: one.initiativeId,
      n: one.n,
      favourable: one.favourable,
      sum: one.sum,
      sum_of_squares: one.sumOfSquares,
      counts: one.counts,
      unknown: one.unknown,
    }))
    .toSorted(byKey),
)}::jsonb) as change (measurement_id uuid, measure_id text, initiative_id uuid, n integer, favourable integer,
    sum double precision, sum_of_squares double precision, counts integer[], unknown integer)`

interface Key {
  readonly measurement_id: string
  readonly measure_id: string
  readonly initiative_id: string
}
const keyOf = (row: Key) => `${row.measurement_id} ${row.measure_id} ${row.initiative_id}`
const byKey = (one: Key, other: Key) => (keyOf(one) < keyOf(other) ? -1 : 1)

/** So many more have answered. */
export async function addResponses(
  trx: Transaction,
  added: readonly {
    readonly measurementId: string
    readonly initiativeId: string
    readonly answered: number
  }[],
): Promise<void> {
  if (added.length === 0) return
  const rows = added
    .map(one => ({
      measurement_id: one.measurementId,
      initiative_id: one.initiativeId,
      answered: one.answered,
    }))
    .toSorted((one, other) =>
      one.measurement_id + one.initiative_id < other.measurement_id + other.initiative_id ? -1 : 1,
    )
  await sql`
    insert into indicators.response as kept (measurement_id, initiative_id, answered)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as added (measurement_id uuid, initiative_id uuid, answered integer)
    on conflict (measurement_id, initiative_id) do update set answered = kept.answered + excluded.answered`.execute(
    trx,
  )
}
