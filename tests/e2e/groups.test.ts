import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoConferences } from '../../src/modules/conference/commands/demo.ts'
import { asked } from '../support/hall.ts'
import { aDataFolder, type ProgramProcess, startProgram } from '../support/program-process.ts'
import { aDatabase, type TestDatabase } from '../support/test-database.ts'
import { personaIds } from '../support/test-program.ts'

const root = join(import.meta.dirname, '..', '..')
/** What seed 7 gives for the 24 experts of 2014: a seed that was noted once must give the same groups for ever. */
const seed7 = [
  [
    [1, 4, 9, 10, 23, 24],
    [2, 8, 13, 15, 17, 18],
    [3, 7, 14, 16, 21, 22],
    [5, 6, 11, 12, 19, 20],
  ],
  [
    [1, 8, 9, 14, 19, 22],
    [2, 4, 11, 13, 20, 21],
    [3, 6, 12, 15, 17, 24],
    [5, 7, 10, 16, 18, 23],
  ],
  [
    [1, 3, 9, 11, 18, 20],
    [2, 7, 13, 16, 19, 24],
    [4, 5, 14, 15, 17, 22],
    [6, 8, 10, 12, 21, 23],
  ],
]

const folder = aDataFolder()
let database: TestDatabase
let program: ProgramProcess
beforeAll(async () => {
  database = await aDatabase()
  program = await startProgram({
    MELLANRUM_DATA: folder.path,
    MELLANRUM_DEMO: 'yes',
    DATABASE_URL: database.adminUrl,
  })
})
afterAll(async () => {
  await program.stop()
  await database.remove()
  folder.remove()
})

test('the command line draws the groups that the seed has always given', () => {
  const options = '--groups 4 --sittings 3 --seed 7 --json'.split(' ')
  const experts = join(root, 'demo', 'conference-2014', 'experts.csv')
  const command = ['conference', 'groups', '--experts', experts, ...options]
  const output = execFileSync(join(root, 'script', 'mellanrum'), command, { encoding: 'utf8' })
  expect(JSON.parse(output).sittings).toEqual(seed7)
})

test('the built program draws them too, in its thread', async () => {
  const conference = demoConferences.practice
  const post = (path: string, fields: Record<string, string>, cookie = '') =>
    fetch(`${program.address}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: program.address, cookie },
      body: new URLSearchParams(fields),
    })
  const login = await post('/log-in', { persona: personaIds['process-leader'] })
  const [session = ''] = login.headers.getSetCookie().map(cookie => cookie.split(';')[0])
  const drawn = await post(
    `/conferences/${conference}/groups`,
    { groups: '4', sittings: '3', seed: '7' },
    session,
  )
  expect(drawn.headers.get('location')).toBe(`/conferences/${conference}/groups?done=drawn`)
  const seats = (await asked(
    database.adminUrl,
    `select sitting, group_number, array_agg(number order by number) as experts
     from conference.seat join conference.expert on expert.id = seat.expert_id
     where seat.conference_id = $1 group by sitting, group_number order by sitting, group_number`,
    [conference],
  )) as { sitting: number; experts: number[] }[]
  const sittings = [...Map.groupBy(seats, seat => seat.sitting).values()]
  expect(sittings.map(groups => groups.map(group => group.experts))).toEqual(seed7)
})
