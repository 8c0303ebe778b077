import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDatabase, type TestDatabase } from '../../../tests/support/test-database.ts'
import type { DatabaseActor } from '../../platform/database/actor.ts'
import { loadAssociations, measuringAssociations } from '../organisations/index.ts'
import { loadSurveyDemo } from './commands/demo.ts'
import { shipQuestionnaires } from './commands/questionnaires.ts'
import { shippedQuestionnaires } from './schema/questionnaire-file.ts'

const system: DatabaseActor = { room: 'system', id: null, associations: [] }
const folder = join(import.meta.dirname, '../../../demo/questionnaires')

let test_: TestDatabase
beforeAll(async () => {
  test_ = await aDatabase()
  await loadAssociations(test_.database)
  await shipQuestionnaires(test_.database, shippedQuestionnaires(folder))
  await loadSurveyDemo(test_.database)
})
afterAll(() => test_.remove())

/** Favourable of valid answers to all participant questions, by association and October. */
const shares = (slug: string) =>
  test_.database.read(system, async db => {
    const rows = await db
      .selectFrom('indicators.measurement')
      .innerJoin('indicators.statistic', 'measurement_id', 'indicators.measurement.id')
      .innerJoin('organisations.association', 'organisations.association.id', 'association_id')
      .select(({ fn }) => [
        'period',
        fn.sum<number>('favourable').as('favourable'),
        fn.sum<number>('n').as('n'),
      ])
      .where('slug', '=', slug)
      .where('respondents', '=', 'participant')
      .where('released', '=', true)
      .groupBy('period')
      .orderBy('period')
      .execute()
    return rows.map(row => ({ ...row, share: row.favourable / row.n }))
  })

test('the demo has five October waves of six associations: one that improves and one that is too small', async () => {
  const improving = await shares('norra-vastmanland')
  expect(improving.map(row => row.period)).toEqual(['2020-10', '2021-10', '2022-10', '2023-10', '2024-10'])
  const [first, , , , last] = improving
  expect((last?.share ?? 0) - (first?.share ?? 1)).toBeGreaterThan(0.2)
  const chance = await shares('huddinge-botkyrka-salem')
  expect(Math.abs((chance[4]?.share ?? 0) - (chance[0]?.share ?? 1))).toBeLessThan(0.1)
  const small = await test_.database.read(system, db =>
    db
      .selectFrom('indicators.response')
      .innerJoin('indicators.measurement', 'indicators.measurement.id', 'measurement_id')
      .select(({ fn }) => ['measurement_id', fn.sum<number>('answered').as('answered')])
      .where('association_id', '=', measuringAssociations[2]?.id ?? '')
      .groupBy('measurement_id')
      .execute(),
  )
  expect(small.every(row => row.answered < 5)).toBe(true)
})

test('loading the demo again changes nothing', async () => {
  const before = await shares('slattbygden')
  await loadSurveyDemo(test_.database)
  expect(await shares('slattbygden')).toEqual(before)
})
