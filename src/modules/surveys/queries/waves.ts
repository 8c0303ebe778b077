import '../tables.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import { noInitiative, type RespondentGroup, responsesOf } from '../../indicators/index.ts'
import { associations, initiativesOf } from '../../organisations/index.ts'
import type { LocalText } from '../rules/questionnaire.ts'
import type { WaveState } from '../rules/wave.ts'
import type { UnitResponse, WaveModel } from '../rules/wave-model.ts'

export interface WaveSummary {
  readonly id: string
  readonly associationId: string
  readonly association: string
  readonly questionnaireId: string
  readonly questionnaire: LocalText
  readonly respondents: RespondentGroup
  readonly name: string
  /** `YYYY-MM` */
  readonly period: string
  readonly state: WaveState
  /** Dates without time, `YYYY-MM-DD`. */
  readonly opensOn: string
  readonly closesOn: string
  readonly withCodes: boolean
  readonly remindedOn: string | null
}

export interface WaveUnit extends UnitResponse {
  readonly initiativeId: string | null
  readonly link: string
  readonly codes: number
  /** How many of the codes went by letter. */
  readonly letters: number
}

const waves = (db: Reader) =>
  db
    .selectFrom('surveys.wave')
    .innerJoin('surveys.questionnaire', 'surveys.questionnaire.id', 'surveys.wave.questionnaire_id')
    .select([
      'surveys.wave.id',
      'surveys.wave.association_id as associationId',
      'questionnaire_id as questionnaireId',
      'surveys.questionnaire.form',
      'respondents',
      'surveys.wave.name',
      'period',
      'state',
      'opens_on as opensOn',
      'closes_on as closesOn',
      'with_codes as withCodes',
      'reminded_on as remindedOn',
    ])

/** The waves that the actor may see, the latest first. */
export async function listWaves(db: Reader): Promise<(WaveSummary & Pick<WaveModel, 'units'>)[]> {
  const [rows, names] = await Promise.all([
    waves(db).orderBy('opens_on', 'desc').orderBy('surveys.wave.name').orderBy('respondents').execute(),
    associations(db),
  ])
  const units = await unitsOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(row => ({ ...summary(row, names), units: units.get(row.id) ?? [] }))
}

/** A wave that the actor may see, with its units; undefined otherwise. */
export async function findWave(
  db: Reader,
  id: string,
): Promise<{ readonly wave: WaveSummary; readonly units: readonly WaveUnit[] } | undefined> {
  const [row, names, units] = await Promise.all([
    waves(db).where('surveys.wave.id', '=', id).executeTakeFirst(),
    associations(db),
    unitsOf(db, [id]),
  ])
  return row && { wave: summary(row, names), units: units.get(id) ?? [] }
}

type Row = Awaited<ReturnType<ReturnType<typeof waves>['execute']>>[number]

function summary(
  { form, ...row }: Row,
  names: readonly { readonly id: string; readonly name: string }[],
): WaveSummary {
  const association = names.find(one => one.id === row.associationId)?.name ?? ''
  return { ...row, association, questionnaire: form.title }
}

/** Units by wave: the association as a whole first, then its initiatives by name. */
async function unitsOf(db: Reader, waveIds: readonly string[]): Promise<Map<string, WaveUnit[]>> {
  if (waveIds.length === 0) return new Map()
  const [units, codes, responses, initiatives] = await Promise.all([
    db.selectFrom('surveys.unit').selectAll().where('wave_id', 'in', waveIds).execute(),
    db
      .selectFrom('surveys.code')
      .innerJoin('surveys.unit', 'surveys.unit.id', 'surveys.code.unit_id')
      .select(({ fn }) => [
        'unit_id',
        fn.countAll<number>().as('codes'),
        fn.count<number>('email').as('letters'),
      ])
      .where('wave_id', 'in', waveIds)
      .groupBy('unit_id')
      .execute(),
    responsesOf(db, waveIds),
    initiativesOf(db),
  ])
  const named = new Map(initiatives.map(({ id, name }) => [id, name]))
  const codesOf = new Map(codes.map(row => [row.unit_id, row]))
  const answered = new Map(
    responses.map(row => [`${row.measurementId} ${row.initiativeId}`, row.answered] as const),
  )
  const byWave = new Map<string, WaveUnit[]>()
  for (const unit of units) {
    const initiativeId = unit.initiative_id
    const of = byWave.get(unit.wave_id) ?? []
    byWave.set(unit.wave_id, of)
    of.push({
      id: unit.id,
      initiativeId,
      initiative: initiativeId === null ? null : (named.get(initiativeId) ?? ''),
      expected: unit.expected,
      answered: answered.get(`${unit.wave_id} ${initiativeId ?? noInitiative}`) ?? 0,
      link: unit.link,
      codes: codesOf.get(unit.id)?.codes ?? 0,
      letters: codesOf.get(unit.id)?.letters ?? 0,
    })
  }
  for (const of of byWave.values())
    of.sort((one, other) => (one.initiative ?? '').localeCompare(other.initiative ?? '', 'sv'))
  return byWave
}
