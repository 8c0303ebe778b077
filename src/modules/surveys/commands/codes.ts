import '../tables.ts'
import { createHash, randomUUID } from 'node:crypto'
import type { SheetBoxes } from '../../../platform/anonymous/sheets.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { ok, type Result, refuse } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { waveChanged } from '../events.ts'
import { mayAsk, requirePermission } from '../policy.ts'
import { codeFrom } from '../rules/respondent-code.ts'
import { lockWave } from './waves.ts'

export type CodeRefusal =
  | 'no-such-wave'
  | 'without-codes'
  | 'wave-over'
  | 'no-such-unit'
  | 'too-many-codes'
  | 'not-open'
  | 'nobody-to-remind'
  | 'reminded-today'

/** More than any unit has people. */
const mostCodes = 2000

export const letterQueue = 'surveys.send-code'
export const reminderQueue = 'surveys.remind'

/** A code on its way to paper: it is nowhere else. */
export interface HandedCode {
  readonly unitId: string
  readonly code: string
}

/**
 * The code of a row: made from its id and the installation's secret, so that a letter and its reminder have the same one,
 * and nothing that is kept tells what it is.
 */
export const codeOf = (boxes: SheetBoxes, codeId: string): string => codeFrom(boxes.voucher(codeId))

/** Makes codes for paper. The answer is the only place where they stand. */
export async function makeCodes(
  trx: Transaction,
  actor: Actor,
  boxes: SheetBoxes,
  input: {
    readonly waveId: string
    readonly counts: readonly { readonly unitId: string; readonly count: number }[]
  },
): Promise<Result<readonly HandedCode[], CodeRefusal>> {
  const wanted = input.counts.flatMap(({ unitId, count }) =>
    Array.from({ length: count }, () => ({ unitId, email: null })),
  )
  const made = await addCodes(trx, actor, boxes, input.waveId, wanted)
  if (!made.ok) return made
  await audit(trx, 'surveys.codes-made', { waveId: input.waveId, codes: made.value.length })
  return ok(made.value.map(({ id, unitId }) => ({ unitId, code: codeOf(boxes, id) })))
}

/** Makes a code for each address and lets a letter go there. */
export async function sendCodes(
  trx: Transaction,
  actor: Actor,
  boxes: SheetBoxes,
  input: { readonly waveId: string; readonly unitId: string; readonly emails: readonly string[] },
): Promise<Result<{ readonly letters: number }, CodeRefusal>> {
  const { waveId, unitId, emails } = input
  const made = await addCodes(
    trx,
    actor,
    boxes,
    waveId,
    emails.map(email => ({ unitId, email })),
  )
  if (!made.ok) return made
  for (const { id } of made.value) await enqueue(trx, letterQueue, { codeId: id })
  await audit(trx, 'surveys.codes-sent', { waveId, letters: made.value.length })
  return ok({ letters: made.value.length })
}

/** Asks for letters to those who have not used their code. Who that is, nobody is told, and nothing notes. */
export async function remind(
  trx: Transaction,
  actor: Actor,
  waveId: string,
  today: string,
): Promise<Result<void, CodeRefusal>> {
  const wave = await lockWave(trx, waveId)
  if (!wave) return refuse('no-such-wave')
  requirePermission(mayAsk(actor, wave.association_id))
  if (wave.state !== 'open') return refuse('not-open')
  if (wave.reminded_on === today) return refuse('reminded-today')
  const sent = await trx
    .selectFrom('surveys.code')
    .innerJoin('surveys.unit', 'surveys.unit.id', 'surveys.code.unit_id')
    .select('surveys.code.id')
    .where('wave_id', '=', waveId)
    .where('email', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  if (!sent) return refuse('nobody-to-remind')
  await trx.updateTable('surveys.wave').set({ reminded_on: today }).where('id', '=', waveId).execute()
  await enqueue(trx, reminderQueue, { waveId })
  await audit(trx, 'surveys.reminded', { waveId })
  return ok(undefined)
}

async function addCodes(
  trx: Transaction,
  actor: Actor,
  boxes: SheetBoxes,
  waveId: string,
  wanted: readonly { readonly unitId: string; readonly email: string | null }[],
): Promise<Result<readonly { readonly id: string; readonly unitId: string }[], CodeRefusal>> {
  const wave = await lockWave(trx, waveId)
  if (!wave) return refuse('no-such-wave')
  requirePermission(mayAsk(actor, wave.association_id))
  if (!wave.with_codes) return refuse('without-codes')
  if (wave.state === 'closed') return refuse('wave-over')
  const units = await trx
    .selectFrom('surveys.unit')
    .leftJoin('surveys.code', 'surveys.code.unit_id', 'surveys.unit.id')
    .select(({ fn }) => ['surveys.unit.id', fn.max<number | null>('number').as('last')])
    .where('wave_id', '=', waveId)
    .groupBy('surveys.unit.id')
    .execute()
  const last = new Map(units.map(unit => [unit.id, unit.last ?? 0]))
  const rows = wanted.map(({ unitId, email }) => {
    const number = (last.get(unitId) ?? 0) + 1
    if (last.has(unitId)) last.set(unitId, number)
    const id = randomUUID()
    const hash = createHash('sha256').update(codeOf(boxes, id)).digest()
    return { id, unit_id: unitId, number, hash, email, sent_on: null }
  })
  if (wanted.some(({ unitId }) => !last.has(unitId))) return refuse('no-such-unit')
  if ([...last.values()].some(number => number > mostCodes)) return refuse('too-many-codes')
  if (rows.length > 0) await trx.insertInto('surveys.code').values(rows).execute()
  if (wave.state === 'open') {
    const holders = rows.map(row => ({ id: row.id, stratum: row.unit_id }))
    await boxes.admit(trx, waveId, holders)
  }
  await waveChanged(trx, waveId)
  return ok(rows.map(row => ({ id: row.id, unitId: row.unit_id })))
}
