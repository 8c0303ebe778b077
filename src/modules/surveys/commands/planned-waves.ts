import '../tables.ts'
import { randomUUID } from 'node:crypto'
import { audit } from '../../../platform/audit/audit.ts'
import type { Reader, Transaction } from '../../../platform/database/tables.ts'
import { ok, type Result, refuse } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { addInitiatives } from '../../organisations/index.ts'
import { waveChanged } from '../events.ts'
import { mayAsk, requirePermission } from '../policy.ts'
import { lockWave, type NewWave, newLink, planWave } from './waves.ts'

/** A wave as the form gives it: units that exist, and perhaps an initiative that is made in passing. */
export interface WaveInput extends NewWave {
  readonly newInitiative: { readonly name: string; readonly expected: number | null } | null
}

export type PlanRefusal = 'planned-already' | 'no-such-questionnaire' | 'not-planned'

/** Plans a wave, with the initiative that the form adds. @returns its id */
export async function planWaveWith(
  trx: Transaction,
  actor: Actor,
  input: WaveInput,
): Promise<Result<string, PlanRefusal>> {
  requirePermission(mayAsk(actor, input.associationId))
  const fault = await planFault(trx, input, undefined)
  if (fault) return refuse(fault)
  return ok(await planWave(trx, actor, await withNewInitiative(trx, input)))
}

/** Changes a wave that is not opened yet. A unit that stays keeps its link and its codes. */
export async function changeWave(
  trx: Transaction,
  actor: Actor,
  waveId: string,
  input: Omit<WaveInput, 'associationId'>,
): Promise<Result<void, PlanRefusal>> {
  const wave = await lockWave(trx, waveId)
  requirePermission(wave !== undefined && mayAsk(actor, wave.association_id))
  if (wave.state !== 'planned') return refuse('not-planned')
  const whole = { ...input, associationId: wave.association_id }
  const fault = await planFault(trx, whole, waveId)
  if (fault) return refuse(fault)
  const { units } = await withNewInitiative(trx, whole)
  await trx
    .updateTable('surveys.wave')
    .set({
      questionnaire_id: input.questionnaireId,
      name: input.name,
      period: input.period,
      opens_on: input.opensOn,
      closes_on: input.closesOn,
      with_codes: input.withCodes,
    })
    .where('id', '=', waveId)
    .execute()
  await changeUnits(trx, waveId, units)
  await audit(trx, 'surveys.wave-changed', { waveId })
  await waveChanged(trx, waveId)
  return ok(undefined)
}

/** Takes a wave away that nobody has answered, because it never opened. */
export async function removeWave(
  trx: Transaction,
  actor: Actor,
  waveId: string,
): Promise<Result<void, 'not-planned'>> {
  const wave = await lockWave(trx, waveId)
  requirePermission(wave !== undefined && mayAsk(actor, wave.association_id))
  if (wave.state !== 'planned') return refuse('not-planned')
  await trx.deleteFrom('surveys.wave').where('id', '=', waveId).execute()
  await audit(trx, 'surveys.wave-removed', { waveId })
  return ok(undefined)
}

/** What stands against a plan: each questionnaire is asked once in a period, and must be one that the actor may use. */
async function planFault(
  db: Reader,
  input: NewWave,
  except: string | undefined,
): Promise<PlanRefusal | undefined> {
  const questionnaire = await db
    .selectFrom('surveys.questionnaire')
    .select('id')
    .where('id', '=', input.questionnaireId)
    .where(eb => eb.or([eb('association_id', 'is', null), eb('association_id', '=', input.associationId)]))
    .executeTakeFirst()
  if (!questionnaire) return 'no-such-questionnaire'
  const same = await db
    .selectFrom('surveys.wave')
    .select('id')
    .where('association_id', '=', input.associationId)
    .where('period', '=', input.period)
    .where('questionnaire_id', '=', input.questionnaireId)
    .execute()
  return same.some(({ id }) => id !== except) ? 'planned-already' : undefined
}

async function withNewInitiative(trx: Transaction, input: WaveInput): Promise<NewWave> {
  if (!input.newInitiative) return input
  const { name, expected } = input.newInitiative
  const id = randomUUID()
  await addInitiatives(trx, [{ id, associationId: input.associationId, name, startsOn: null, endsOn: null }])
  return { ...input, units: [...input.units, { initiativeId: id, expected }] }
}

async function changeUnits(trx: Transaction, waveId: string, units: NewWave['units']): Promise<void> {
  const before = await trx
    .selectFrom('surveys.unit')
    .select(['id', 'initiative_id'])
    .where('wave_id', '=', waveId)
    .execute()
  const wanted = new Map(units.map(unit => [unit.initiativeId, unit.expected]))
  const gone = before.filter(unit => !wanted.has(unit.initiative_id)).map(({ id }) => id)
  if (gone.length > 0) await trx.deleteFrom('surveys.unit').where('id', 'in', gone).execute()
  for (const unit of before) {
    if (!wanted.has(unit.initiative_id)) continue
    await trx
      .updateTable('surveys.unit')
      .set({ expected: wanted.get(unit.initiative_id) ?? null })
      .where('id', '=', unit.id)
      .execute()
  }
  const there = new Set(before.map(unit => unit.initiative_id))
  const added = units.filter(unit => !there.has(unit.initiativeId))
  if (added.length === 0) return
  await trx
    .insertInto('surveys.unit')
    .values(
      added.map(unit => ({
        id: randomUUID(),
        wave_id: waveId,
        initiative_id: unit.initiativeId,
        expected: unit.expected,
        link: newLink(),
      })),
    )
    .execute()
}
