import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDatabase, type TestDatabase } from '../../../tests/support/test-database.ts'
import { loadAssociations } from '../organisations/index.ts'
import { loadSurveyDemo } from './commands/demo.ts'
import { shipQuestionnaires } from './commands/questionnaires.ts'
import { recount } from './queries/recount.ts'
import { shippedQuestionnaires } from './schema/questionnaire-file.ts'

const root = join(import.meta.dirname, '../../..')

let test_: TestDatabase
beforeAll(async () => {
  test_ = await aDatabase()
  await loadAssociations(test_.database)
  await shipQuestionnaires(test_.database, shippedQuestionnaires(join(root, 'demo/questionnaires')))
  await loadSurveyDemo(test_.database)
})
afterAll(() => test_.remove())

async function byHand(statement: string): Promise<number | null> {
  const client = new pg.Client({ connectionString: test_.adminUrl })
  await client.connect()
  try {
    return (await client.query(statement)).rowCount
  } finally {
    await client.end()
  }
}

const recountNow = () => recount(test_.database, () => {})

test('what was counted as sheets came is what the sheets say', async () => {
  const { waves, sheets, differences } = await recountNow()
  expect(differences).toEqual([])
  expect(waves).toBe(150)
  expect(sheets).toBe(await byHand('select from surveys.sheet'))
})

test('a figure that was changed, a sheet that was taken away and a row that is too much are found', async () => {
  const one =
    '(select ctid from indicators.statistic where n > 5 order by measurement_id, measure_id limit 1)'
  await byHand(`update indicators.statistic set n = n + 1 where ctid = ${one}`)
  expect((await recountNow()).differences).toHaveLength(1)
  await byHand(`update indicators.statistic set n = n - 1 where n > 5 and ctid = ${one}`)
  expect((await recountNow()).differences).toEqual([])

  await byHand('delete from surveys.sheet where ctid = (select ctid from surveys.sheet order by key limit 1)')
  const missing = (await recountNow()).differences
  expect(missing.filter(difference => difference.measureId === null)).toHaveLength(1)
  expect(missing.length).toBeGreaterThan(1)
})

test('the command says what differs, and ends with status 1', () => {
  const { status, stdout } = spawnSync(join(root, 'script/mellanrum'), ['indicators', 'recount', '--json'], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: test_.adminUrl },
  })
  expect(status).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({ waves: 150 })
})
