import '../tables.ts'
import { randomBytes, randomUUID } from 'node:crypto'
import type { SheetBoxes } from '../../../platform/anonymous/sheets.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { ok, type Result, refuse } from '../../../platform/result.ts'
import type { Actor } from '../../identity/index.ts'
import { beginMeasurement, defineMeasures, noInitiative, releaseMeasurement } from '../../indicators/index.ts'
import { waveChanged } from '../events.ts'
import { mayAsk, requirePermission } from '../policy.ts'
import { codeFrom, codeLength } from '../rules/respondent-code.ts'
import { measuresOf, type Series, seriesOf } from '../rules/series.ts'
import { close, open, type WaveRefusal } from '../rules/wave.ts'

export interface NewWave {
  readonly associationId: string
  readonly questionnaireId: string
  readonly name: string
  /** `YYYY-MM` */
  readonly period: string
  readonly opensOn: string
  readonly closesOn: string
  readonly withCodes: boolean
  /** Where it asks: an initiative, or null for the association as a whole. */
  readonly units: readonly { readonly initiativeId: string | null; readonly expected: number | null }[]
}

/** Plans a wave. @returns its id */
export async function planWave(trx: Transaction, actor: Actor, wave: NewWave): Promise<string> {
  requirePermission(mayAsk(actor, wave.associationId))
  const id = randomUUID()
  await trx
    .insertInto('surveys.wave')
    .values({
      id,
      association_id: wave.associationId,
      questionnaire_id: wave.questionnaireId,
      name: wave.name,
      period: wave.period,
      opens_on: wave.opensOn,
      closes_on: wave.closesOn,
      with_codes: wave.withCodes,
    })
    .execute()
  if (wave.units.length > 0) {
    await trx
      .insertInto('surveys.unit')
      .values(
        wave.units.map(unit => ({
          id: randomUUID(),
          wave_id: id,
          initiative_id: unit.initiativeId,
          expected: unit.expected,
          link: newLink(),
        })),
      )
      .execute()
  }
  await audit(trx, 'surveys.wave-planned', { waveId: id })
  return id
}

/** What stands in a link and a QR code: long enough that nobody guesses it, and easy to read aloud. */
export const newLink = (): string => codeFrom(randomBytes(codeLength))

/** Opens a wave: its questionnaire and its units are locked, and its figures have a place to be counted in. */
export async function openWave(
  trx: Transaction,
  actor: Actor,
  boxes: SheetBoxes,
  input: { readonly waveId: string; readonly today: string },
): Promise<Result<void, WaveRefusal | 'no-such-wave' | 'measured-already'>> {
  const wave = await lockWave(trx, input.waveId)
  if (!wave) return refuse('no-such-wave')
  requirePermission(mayAsk(actor, wave.association_id))
  const units = await trx
    .selectFrom('surveys.unit')
    .select(['id', 'initiative_id', 'expected'])
    .where('wave_id', '=', wave.id)
    .execute()
  const calendar = { state: wave.state, opensOn: wave.opens_on, closesOn: wave.closes_on }
  const opened = open(calendar, units.length, input.today)
  if (!opened.ok) return opened
  const questionnaire = await lockQuestionnaire(trx, wave.questionnaire_id)
  const begun = await beginMeasurement(trx, {
    id: wave.id,
    associationId: wave.association_id,
    period: wave.period,
    respondents: questionnaire.respondents,
    source: 'survey',
    askedWith: `${questionnaire.name} ${questionnaire.version}`,
    expected: units.map(unit => ({
      initiativeId: unit.initiative_id ?? noInitiative,
      expected: unit.expected,
    })),
  })
  if (!begun) return refuse('measured-already')
  const codes = await trx
    .selectFrom('surveys.code')
    .innerJoin('surveys.unit', 'surveys.unit.id', 'surveys.code.unit_id')
    .select(['surveys.code.id', 'surveys.unit.id as stratum'])
    .where('surveys.unit.wave_id', '=', wave.id)
    .execute()
  await boxes.open(trx, wave.id, [wave.association_id], codes)
  await trx.updateTable('surveys.wave').set({ state: opened.value }).where('id', '=', wave.id).execute()
  await audit(trx, 'surveys.wave-opened', { waveId: wave.id })
  await waveChanged(trx, wave.id)
  return ok(undefined)
}

/** Closes a wave: nothing more is taken in, and its results can be seen. */
export async function closeWave(
  trx: Transaction,
  actor: Actor,
  boxes: SheetBoxes,
  input: { readonly waveId: string },
): Promise<Result<void, WaveRefusal | 'no-such-wave'>> {
  const wave = await lockWave(trx, input.waveId)
  if (!wave) return refuse('no-such-wave')
  requirePermission(mayAsk(actor, wave.association_id))
  const closed = close({ state: wave.state, opensOn: wave.opens_on, closesOn: wave.closes_on })
  if (!closed.ok) return closed
  await boxes.close(trx, wave.id, 'association')
  await forgetAddresses(trx, wave.id)
  await forgetPapers(trx, wave.id)
  await releaseMeasurement(trx, wave.id)
  await trx.updateTable('surveys.wave').set({ state: closed.value }).where('id', '=', wave.id).execute()
  await audit(trx, 'surveys.wave-closed', { waveId: wave.id })
  await waveChanged(trx, wave.id)
  return ok(undefined)
}

/** Addresses are kept for reminders, and there are none after the close. */
const forgetAddresses = (trx: Transaction, waveId: string) =>
  trx
    .updateTable('surveys.code')
    .set({ email: null })
    .where('unit_id', 'in', trx.selectFrom('surveys.unit').select('id').where('wave_id', '=', waveId))
    .execute()

/** A paper that was typed once only was never handed in, and what it says is nobody's to keep. */
const forgetPapers = (trx: Transaction, waveId: string) =>
  trx
    .deleteFrom('surveys.paper')
    .where('unit_id', 'in', trx.selectFrom('surveys.unit').select('id').where('wave_id', '=', waveId))
    .execute()

export const lockWave = (trx: Transaction, waveId: string) =>
  trx.selectFrom('surveys.wave').selectAll().where('id', '=', waveId).forUpdate().executeTakeFirst()

/** From its first use a questionnaire is never changed: its series are written down, and its measures known. */
async function lockQuestionnaire(trx: Transaction, questionnaireId: string) {
  const stored = await trx
    .selectFrom('surveys.questionnaire')
    .selectAll()
    .where('id', '=', questionnaireId)
    .executeTakeFirstOrThrow()
  if (stored.locked) return stored
  const before = stored.succeeds
    ? await trx
        .selectFrom('surveys.questionnaire')
        .select('series')
        .where('id', '=', stored.succeeds)
        .executeTakeFirst()
    : undefined
  const series: Series = seriesOf(stored.form, before?.series ?? {})
  await defineMeasures(trx, measuresOf(stored.form, series, stored.association_id))
  await trx
    .updateTable('surveys.questionnaire')
    .set({ locked: true, series: JSON.stringify(series) })
    .where('id', '=', questionnaireId)
    .execute()
  return stored
}
