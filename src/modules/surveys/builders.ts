import { createHash, randomUUID } from 'node:crypto'
import type { SheetBoxes } from '../../platform/anonymous/sheets.ts'
import type { Database } from '../../platform/database/database.ts'
import { actorOf } from '../identity/index.ts'
import { demoAssociations } from '../organisations/index.ts'
import { openWave, planWave } from './commands/waves.ts'
import type { Question, Questionnaire } from './rules/questionnaire.ts'

/** The same text in every language, for questionnaires whose words do not matter. */
export const inWords = (text: string) => ({ sv: text, en: text })

const options = <Value extends string | number>(...values: Value[]) =>
  values.map(value => ({ value, label: inWords(String(value)) }))

const unknown = { value: 'vet inte', label: inWords('vet inte') }

/** A question of each kind. The first four are counted. */
const oneOfEach: readonly Question[] = [
  {
    kind: 'scale',
    id: 'needs',
    text: inWords('Needs?'),
    required: false,
    options: options(1, 2, 3, 4, 5),
    unknown,
    measure: { key: '1-participant', favourable: [4, 5] },
  },
  {
    kind: 'choice',
    id: 'person',
    text: inWords('Person?'),
    required: false,
    options: options('yes', 'partly', 'no'),
    unknown,
    measure: { key: '4-participant', favourable: ['yes'] },
  },
  {
    kind: 'choices',
    id: 'help',
    text: inWords('Help?'),
    required: false,
    options: options('work', 'money', 'health'),
    unknown,
    measure: { key: 'own-help-participant', favourable: ['work', 'money'] },
  },
  {
    kind: 'number',
    id: 'hours',
    text: inWords('Hours?'),
    required: false,
    from: 0,
    to: 60,
    decimals: 1,
    unknown,
    measure: { key: '7-participant', favourable: { from: 20 } },
  },
  { kind: 'text', id: 'tell', text: inWords('Tell?'), required: false },
]

/** A questionnaire for participants in two languages, in its first version. */
export const aQuestionnaire = (overrides: Partial<Questionnaire> = {}): Questionnaire => ({
  id: 'example',
  version: 1,
  owner: { name: 'Example' },
  title: inWords('Title'),
  group: 'participant',
  languages: ['sv', 'en'],
  introduction: inWords('Introduction'),
  thanks: inWords('Thanks'),
  questions: oneOfEach,
  ...overrides,
})

export interface BuiltWave {
  readonly waveId: string
  /** In the order that they were asked for. */
  readonly units: readonly { readonly id: string; readonly link: string }[]
}

/**
 * A wave of the first demo association, opened by its process leader, as staff would do it.
 * @param wave.questionnaire name of a questionnaire that is there
 * @param wave.codes codes that are given out, each for the first unit
 */
export async function anOpenWave(
  { database, sheets }: { readonly database: Database; readonly sheets: SheetBoxes },
  wave: {
    readonly questionnaire: string
    readonly period: string
    readonly expected?: number
    readonly codes?: readonly string[]
    readonly initiatives?: readonly string[]
  },
): Promise<BuiltWave> {
  const [associationId = ''] = waveLeader.associations
  const { id } = await database.read(waveLeader, db =>
    db
      .selectFrom('surveys.questionnaire')
      .select('id')
      .where('name', '=', wave.questionnaire)
      .executeTakeFirstOrThrow(),
  )
  const places = wave.initiatives ?? [null]
  const waveId = await database.write(waveLeader, trx =>
    planWave(trx, waveLeader, {
      associationId,
      questionnaireId: id,
      name: 'Oktober',
      period: wave.period,
      opensOn: '2026-10-01',
      closesOn: '2099-10-31',
      withCodes: wave.codes !== undefined,
      units: places.map(initiativeId => ({ initiativeId, expected: wave.expected ?? 30 })),
    }),
  )
  const units = await database.read(waveLeader, db =>
    db.selectFrom('surveys.unit').select(['id', 'link']).where('wave_id', '=', waveId).execute(),
  )
  if (wave.codes && units[0]) {
    const unitId = units[0].id
    const codes = wave.codes.map((code, index) => ({
      id: randomUUID(),
      unit_id: unitId,
      number: index + 1,
      hash: createHash('sha256').update(code).digest(),
    }))
    await database.write(waveLeader, trx => trx.insertInto('surveys.code').values(codes).execute())
  }
  const opened = await database.write(waveLeader, trx =>
    openWave(trx, waveLeader, sheets, { waveId, today: '2026-10-05' }),
  )
  if (!opened.ok) throw new Error(opened.refusal)
  return { waveId, units }
}

/** Leads the waves that the builders make. */
export const waveLeader = actorOf(
  {
    kind: 'account',
    id: '5a0c3d1e-0000-4000-9000-000000000001',
    scope: {
      role: 'process-leader',
      name: 'Processledare',
      associations: demoAssociations.slice(0, 1).map(association => association.id),
    },
  },
  new Date('2026-10-05T09:00:00Z'),
)
