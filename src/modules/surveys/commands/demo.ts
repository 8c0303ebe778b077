import '../tables.ts'
import { createHash } from 'node:crypto'
import type { Sheet } from '../../../platform/anonymous/sheets.ts'
import type { DatabaseActor } from '../../../platform/database/actor.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { beginMeasurement, compareInDemo, noInitiative, releaseMeasurement } from '../../indicators/index.ts'
import { type AssociationRef, addInitiatives, measuringAssociations } from '../../organisations/index.ts'
import { demoAnswers, seededRandom } from '../rules/demo-answers.ts'
import type { FilledSheet } from '../rules/sheet.ts'
import { sheetKeeper } from './keep-sheets.ts'

const system: DatabaseActor = { room: 'system', id: null, associations: [] }
const intake: DatabaseActor = { room: 'ballot_box', id: null, associations: [] }
const years = [2020, 2021, 2022, 2023, 2024]
const seed = 20_201_001

/** How it goes in each association: how many answer, and the log-odds of a favourable answer in each October. */
interface Course {
  readonly respondents: number
  readonly lean: readonly number[]
}
const courses: readonly Course[] = [
  // Gets better, year by year.
  { respondents: 64, lean: [-0.5, -0.2, 0.1, 0.5, 0.9] },
  // Nothing but chance.
  { respondents: 42, lean: [0, 0, 0, 0, 0] },
  // Too few to show.
  { respondents: 4, lean: [0.2, 0.2, 0.2, 0.2, 0.2] },
  { respondents: 55, lean: [0.3, 0.3, 0.2, 0.2, 0.1] },
  { respondents: 38, lean: [-0.2, -0.2, 0, 0, 0.1] },
  { respondents: 90, lean: [0.1, 0.2, 0.2, 0.3, 0.3] },
]
/** How large a part of those who answer is in each group of respondents: participants and those who work with them. */
const partOf = { participant: 1, staff: 0.5, board: 0.2, manager: 0.3, referrer: 0.4 } as const
/** The initiatives of each association, and how large a part of its participants they have. */
const initiatives = [
  { name: 'Stegen vidare', part: 0.5 },
  { name: 'Unga framåt', part: 0.4 },
  { name: 'Gröna rehabiliteringen', part: 0.1 },
]

/**
 * Five October waves of six associations, with answers that a seeded generator makes (`rules/demo-answers.ts`). They are
 * kept and counted as any others. What is there stays.
 */
export async function loadSurveyDemo(database: Database): Promise<void> {
  const isThere = await database.read(system, db =>
    db.selectFrom('surveys.wave').select('id').limit(1).executeTakeFirst(),
  )
  if (isThere) return
  const random = seededRandom(seed)
  const waves = await database.write(system, async trx => {
    const questionnaires = await trx
      .selectFrom('surveys.questionnaire')
      .select(['id', 'name', 'version', 'respondents', 'form'])
      .where('association_id', 'is', null)
      .orderBy('respondents')
      .execute()
    const planned: DemoWave[] = []
    for (const [place, association] of measuringAssociations.entries()) {
      await addInitiatives(trx, initiativesOf(association))
      await compareInDemo(trx, association.id)
      for (const year of years)
        for (const questionnaire of questionnaires)
          planned.push(await beginWave(trx, association, place, year, questionnaire, random))
    }
    return planned
  })
  const keep = sheetKeeper()
  await database.write(intake, trx =>
    keep(
      trx,
      waves.flatMap(wave => sheetsOf(wave, random)),
    ),
  )
  await database.write(system, async trx => {
    for (const { id } of waves) await releaseMeasurement(trx, id)
    await trx.updateTable('surveys.wave').set({ state: 'closed' }).execute()
  })
}

interface DemoQuestionnaire {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly respondents: keyof typeof partOf
  readonly form: Parameters<typeof demoAnswers>[0]
}

interface DemoWave {
  readonly id: string
  readonly questionnaire: DemoQuestionnaire
  readonly lean: number
  readonly units: readonly { readonly id: string; readonly respondents: number }[]
}

const initiativesOf = (association: AssociationRef) =>
  initiatives.map(({ name }) => ({
    id: idOf('initiative', association.slug, name),
    associationId: association.id,
    name,
    startsOn: '2019-01-01',
    endsOn: null,
  }))

async function beginWave(
  trx: Transaction,
  association: AssociationRef,
  place: number,
  year: number,
  questionnaire: DemoQuestionnaire,
  random: () => number,
): Promise<DemoWave> {
  const { respondents: group } = questionnaire
  const { respondents = 0, lean = [] } = courses[place] ?? {}
  // Not as many each October.
  const all = Math.round(respondents * partOf[group] * (0.9 + 0.2 * random()))
  const id = idOf('wave', association.slug, year, group)
  const parts =
    group === 'participant' || group === 'staff'
      ? initiatives.map(({ name, part }) => ({
          initiativeId: idOf('initiative', association.slug, name),
          respondents: Math.round(all * part),
        }))
      : [{ initiativeId: null, respondents: all }]
  const units = parts.map(part => ({
    ...part,
    id: idOf('unit', id, part.initiativeId ?? noInitiative),
    // About three in four answer.
    expected: Math.round(part.respondents / (0.7 + 0.1 * random())),
  }))
  await trx
    .insertInto('surveys.wave')
    .values({
      id,
      association_id: association.id,
      questionnaire_id: questionnaire.id,
      name: `Oktober ${year}`,
      period: `${year}-10`,
      state: 'open',
      opens_on: `${year}-10-01`,
      closes_on: `${year}-10-31`,
    })
    .execute()
  await trx
    .insertInto('surveys.unit')
    .values(
      units.map(unit => ({
        id: unit.id,
        wave_id: id,
        initiative_id: unit.initiativeId,
        expected: unit.expected,
        link: unit.id.slice(-12),
      })),
    )
    .execute()
  await beginMeasurement(trx, {
    id,
    associationId: association.id,
    period: `${year}-10`,
    respondents: group,
    source: 'survey',
    askedWith: `${questionnaire.name} ${questionnaire.version}`,
    expected: units.map(unit => ({
      initiativeId: unit.initiativeId ?? noInitiative,
      expected: unit.expected,
    })),
  })
  return { id, questionnaire, lean: lean[years.indexOf(year)] ?? 0, units }
}

function sheetsOf({ id, questionnaire, lean, units }: DemoWave, random: () => number): Sheet[] {
  return units.flatMap(unit =>
    demoAnswers(questionnaire.form, unit.respondents, lean, random).map(
      (answers, place): Sheet => ({
        boxId: id,
        key: hashOf('sheet', unit.id, place),
        stratum: unit.id,
        answer: { how: 'phone', language: 'sv', answers } satisfies FilledSheet,
      }),
    ),
  )
}

const hashOf = (...parts: readonly (string | number)[]): Buffer =>
  createHash('sha256')
    .update(`demo ${parts.join(' ')}`)
    .digest()

/** The same id on every machine, so that addresses in the handbook stay true. */
function idOf(...parts: readonly (string | number)[]): string {
  const hex = hashOf(...parts).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
