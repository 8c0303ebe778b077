import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDatabase, type TestDatabase } from '../../../tests/support/test-database.ts'
import type { DatabaseActor } from '../../platform/database/actor.ts'
import { demoAssociations, loadAssociations } from '../organisations/index.ts'
import { aMeasure, aMeasurement } from './builders.ts'
import { loadBoard } from './queries/board.ts'
import { type IndicatorResult, loadIndicator } from './queries/indicator.ts'

let db: TestDatabase
const associationId = demoAssociations[0]?.id ?? ''
const staff: DatabaseActor = { room: 'association', id: null, associations: [associationId] }
const outsider: DatabaseActor = {
  room: 'association',
  id: null,
  associations: [demoAssociations[1]?.id ?? ''],
}
const initiatives = Array.from({ length: 4 }, () => randomUUID())
let measureId: string
beforeAll(async () => {
  db = await aDatabase()
  await loadAssociations(db.database)
  await db.database.write(staff, async trx => {
    await trx
      .insertInto('organisations.initiative')
      .values(
        initiatives.map((id, place) => ({
          id,
          association_id: associationId,
          name: `Insats ${place}`,
          starts_on: null,
          ends_on: null,
        })),
      )
      .execute()
    await trx
      .insertInto('indicators.participation')
      .values({ association_id: associationId, compares: true, publishes: true })
      .execute()
  })
  measureId = await aMeasure(db.database, '1-participant', 'participant')
})
afterAll(() => db.remove())

/** Each unit's answers: the last one is of no initiative. Small numbers, since those are what shall not be seen. */
const units = fc.array(
  fc.record({
    yes: fc.integer({ min: 0, max: 7 }),
    no: fc.integer({ min: 0, max: 6 }),
    unknown: fc.integer({ min: 0, max: 7 }),
  }),
  { minLength: 1, maxLength: 5 },
)

/** A number of people that nobody may learn of. */
const isFew = (count: number) => count > 0 && count < 5

/** All numbers of respondents that one page gives, directly and by taking its shown parts from its total. */
function reckoned({ shown }: IndicatorResult): readonly number[] {
  if (!shown) return []
  const { figure, unknown } = shown.point
  const parts = shown.initiatives.flatMap(one => (one.figure.suppressed ? [] : [one.figure.n]))
  const total = figure.suppressed ? [] : [figure.n]
  // Every choice of shown parts, taken from the total: what is left, and what is chosen.
  const choices = Array.from({ length: 2 ** parts.length }, (_, choice) =>
    parts.filter((_part, place) => choice & (1 << place)).reduce((sum, n) => sum + n, 0),
  )
  return [
    ...total,
    ...choices,
    ...total.flatMap(all => choices.map(some => all - some)),
    ...(unknown === null ? [] : [unknown]),
    ...shown.distributions.flatMap(({ distribution }) =>
      distribution.suppressed || distribution.options === null ? [] : distribution.counts,
    ),
    ...('suppressed' in shown.point.response ? [] : [shown.point.response.answered]),
  ]
}

let year = 2100
test('no page, filter, difference or total without its parts counts one to four people', async () => {
  await fc.assert(
    fc.asyncProperty(units, units, async (...waves) => {
      const periods: string[] = []
      for (const answers of waves) {
        const period = `${year++}-10`
        periods.push(period)
        await aMeasurement(db.database, {
          associationId,
          period,
          group: 'participant',
          answers: answers.map((one, place) => ({
            measureId,
            ...one,
            ...(initiatives[place] && { initiativeId: initiatives[place] }),
          })),
        })
      }
      for (const [place, period] of periods.entries()) {
        const result = await db.database.read(staff, reader =>
          loadIndicator(reader, associationId, '1', { group: 'participant', period }),
        )
        if (!result) throw new Error('there is such an indicator')
        expect(result.shown?.point.period).toBe(period)
        expect(reckoned(result).filter(isFew)).toEqual([])
        const all = waves[place]?.reduce((sum, { yes, no }) => sum + yes + no, 0) ?? 0
        expect(result.shown?.point.figure.suppressed).toBe(all < 5)
      }
      const board = await db.database.read(staff, reader => loadBoard(reader, associationId, undefined))
      const ns = board.indicators.flatMap(({ course }) =>
        course.flatMap(({ figure }) => (figure.suppressed ? [] : [figure.n])),
      )
      expect(ns.filter(isFew)).toEqual([])
    }),
    { numRuns: 25 },
  )
}, 60_000)

test('another association reads wholes of at least five, and no rows of the association itself', async () => {
  const rows = await db.database.read(outsider, reader =>
    reader.selectFrom('indicators.compared').select('n').execute(),
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter(({ n }) => n < 5)).toEqual([])
  const own = await db.database.read(outsider, reader =>
    reader.selectFrom('indicators.statistic').select('n').execute(),
  )
  expect(own).toEqual([])
  await expect(
    db.database.read({ room: 'public', id: null, associations: [] }, reader =>
      reader.selectFrom('indicators.statistic').select('n').execute(),
    ),
  ).rejects.toThrow(/permission denied/)
})
