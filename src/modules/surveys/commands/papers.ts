import '../tables.ts'
import type { SheetBoxes } from '../../../platform/anonymous/sheets.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { ok, type Result, refuse } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { mayAsk, requirePermission } from '../policy.ts'
import type { Written } from '../rules/sheet.ts'
import { lockWave } from './waves.ts'

export type PaperRefusal = 'not-open' | 'no-such-paper'

interface PaperPlace {
  readonly waveId: string
  readonly unitId: string
}

/** Keeps a paper as it was typed the first time. @returns the number to write on it */
export async function typePaper(
  trx: Transaction,
  actor: Actor,
  { waveId, unitId }: PaperPlace,
  paper: { readonly language: string; readonly answers: Written },
): Promise<Result<number, PaperRefusal>> {
  if (!(await isOpen(trx, actor, waveId))) return refuse('not-open')
  const last = await trx
    .selectFrom('surveys.paper')
    .select(({ fn }) => fn.max<number | null>('number').as('number'))
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  await trx
    .insertInto('surveys.paper')
    .values({ unit_id: unitId, number, language: paper.language, answers: JSON.stringify(paper.answers) })
    .execute()
  await audit(trx, 'surveys.paper-typed', { waveId })
  return ok(number)
}

/**
 * Hands a paper in, as anonymous as any other answer, and forgets what it says. Done before the paper is marked: when the
 * program stops in between, the same paper is handed in again under the same key, and is counted once.
 */
export async function handInPaper(
  write: <Value>(work: (trx: Transaction) => Promise<Value>) => Promise<Value>,
  actor: Actor,
  boxes: SheetBoxes,
  place: PaperPlace & { readonly number: number },
  paper: { readonly language: string; readonly answers: Written },
): Promise<Result<void, PaperRefusal>> {
  const { waveId, unitId, number } = place
  const waits = await write(async trx => (await isOpen(trx, actor, waveId)) && waiting(trx, unitId, number))
  if (!waits) return refuse('no-such-paper')
  const right = await boxes.takeFreely(waveId, boxes.voucher(`paper ${unitId} ${number}`), unitId)
  const sheet = { how: 'paper', language: paper.language, answers: paper.answers }
  const handedIn = right.ok ? await boxes.handIn(waveId, right.value, sheet) : right
  if (!handedIn.ok) return refuse('not-open')
  await write(async trx => {
    await trx
      .updateTable('surveys.paper')
      .set({ answers: null })
      .where('unit_id', '=', unitId)
      .where('number', '=', number)
      .execute()
    await audit(trx, 'surveys.paper-handed-in', { waveId })
  })
  return ok(undefined)
}

/** Takes a paper away that was typed by mistake and not handed in. */
export async function removePaper(
  trx: Transaction,
  actor: Actor,
  { waveId, unitId, number }: PaperPlace & { readonly number: number },
): Promise<Result<void, PaperRefusal>> {
  if (!(await isOpen(trx, actor, waveId))) return refuse('not-open')
  if (!(await waiting(trx, unitId, number))) return refuse('no-such-paper')
  await trx.deleteFrom('surveys.paper').where('unit_id', '=', unitId).where('number', '=', number).execute()
  await audit(trx, 'surveys.paper-removed', { waveId })
  return ok(undefined)
}

/** Locks the wave: papers are numbered one at a time. */
async function isOpen(trx: Transaction, actor: Actor, waveId: string): Promise<boolean> {
  const wave = await lockWave(trx, waveId)
  requirePermission(wave !== undefined && mayAsk(actor, wave.association_id))
  return wave.state === 'open'
}

async function waiting(trx: Transaction, unitId: string, number: number): Promise<boolean> {
  const paper = await trx
    .selectFrom('surveys.paper')
    .select('number')
    .where('unit_id', '=', unitId)
    .where('number', '=', number)
    .where('answers', 'is not', null)
    .executeTakeFirst()
  return paper !== undefined
}
