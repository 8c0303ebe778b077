import './tables.ts'
import { randomUUID } from 'node:crypto'
import type { DatabaseActor } from '../../platform/database/actor.ts'
import type { Database } from '../../platform/database/database.ts'
import { addAnswers, addResponses, noInitiative } from './commands/count-answers.ts'
import { beginMeasurement, defineMeasures, releaseMeasurement } from './commands/measurements.ts'
import type { RespondentGroup } from './rules/measure.ts'

const system: DatabaseActor = { room: 'system', id: null, associations: [] }
const intake: DatabaseActor = { room: 'ballot_box', id: null, associations: [] }

const yesAndNo = [
  { value: 'yes', label: { sv: 'Ja', en: 'Yes' }, favourable: true },
  { value: 'no', label: { sv: 'Nej', en: 'No' }, favourable: false },
]

/** A measure with two options, of which yes is favourable. @returns its id */
export async function aMeasure(
  database: Database,
  key: string,
  group: RespondentGroup,
  id = `test:${key}:${randomUUID()}`,
): Promise<string> {
  await database.write(system, trx =>
    defineMeasures(trx, [
      {
        id,
        key,
        associationId: null,
        indicatorId: key.slice(0, -group.length - 1),
        respondents: group,
        question: { sv: `Frågan ${key}?`, en: `The question ${key}?` },
        options: yesAndNo,
        hasNumbers: false,
      },
    ]),
  )
  return id
}

/** How one unit answered. Without an initiative: the association's own. */
export interface BuiltAnswers {
  readonly measureId: string
  readonly initiativeId?: string
  readonly yes: number
  readonly no: number
  readonly unknown?: number
}

/** A measurement that has been counted and released, through the commands that a survey uses. @returns its id */
export async function aMeasurement(
  database: Database,
  measured: {
    readonly associationId: string
    readonly period: string
    readonly group: RespondentGroup
    readonly answers: readonly BuiltAnswers[]
    readonly isOpen?: boolean
  },
): Promise<string> {
  const id = randomUUID()
  await database.write(system, trx =>
    beginMeasurement(trx, {
      id,
      associationId: measured.associationId,
      period: measured.period,
      respondents: measured.group,
      source: 'survey',
      askedWith: 'test 1',
      expected: [],
    }),
  )
  await database.write(intake, async trx => {
    await addAnswers(
      trx,
      measured.answers.map(({ measureId, initiativeId = noInitiative, yes, no, unknown = 0 }) => ({
        measurementId: id,
        measureId,
        initiativeId,
        n: yes + no,
        favourable: yes,
        sum: 0,
        sumOfSquares: 0,
        counts: [yes, no],
        unknown,
      })),
    )
    const units = [...new Set(measured.answers.map(({ initiativeId = noInitiative }) => initiativeId))]
    await addResponses(
      trx,
      units.map(unit => ({
        measurementId: id,
        initiativeId: unit,
        answered: answeredIn(measured.answers, unit),
      })),
    )
  })
  if (!measured.isOpen) await database.write(system, trx => releaseMeasurement(trx, id))
  return id
}

/** As many as answered the question that most have answered. */
const answeredIn = (answers: readonly BuiltAnswers[], unit: string): number =>
  Math.max(
    ...answers
      .filter(({ initiativeId = noInitiative }) => initiativeId === unit)
      .map(({ yes, no, unknown = 0 }) => yes + no + unknown),
  )
