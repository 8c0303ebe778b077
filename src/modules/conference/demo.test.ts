import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProgram, personaIds, type TestProgram } from '../../../tests/support/test-program.ts'
import { actorOf } from '../identity/index.ts'
import { demoAssociations } from '../organisations/index.ts'
import { demoConferences } from './commands/demo.ts'
import { read2014 } from './commands/demo-files.ts'
import { planRounds } from './commands/round-plan.ts'
import { loadOutcome, loadRounds } from './queries/rounds.ts'

const demoFolder = join(import.meta.dirname, '..', '..', '..', 'demo')
const expected = JSON.parse(readFileSync(join(demoFolder, 'conference-2014', 'expected.json'), 'utf8'))
const staff = actorOf(
  {
    kind: 'account',
    id: personaIds['process-leader'],
    scope: { role: 'process-leader', associations: demoAssociations.map(one => one.id), name: '' },
  },
  new Date(),
)

let program: TestProgram
beforeAll(async () => {
  program = await aProgram()
})
afterAll(() => program.close())

describe('the demo', () => {
  test('has the 2014 conference led to its published outcome, through the same rounds as any other', async () => {
    const rounds = await program.test.database.read(staff, async db => {
      const stored = await loadRounds(db, demoConferences.finished)
      return Promise.all(
        stored.map(async one => ({
          stored: one,
          outcome: await loadOutcome(db, demoConferences.finished, one),
        })),
      )
    })
    const sizes = rounds.map(({ stored, outcome }) => ({
      round: stored.number,
      in: outcome?.items.length,
      accepted: outcome?.accepted.length,
      dropped: outcome?.dropped.length,
      kept: outcome?.kept.length,
    }))
    expect(sizes).toMatchObject(
      expected.rounds.map((one: Record<string, unknown>) => ({
        round: one.round,
        in: one.in,
        accepted: one.accepted,
        dropped: one.dropped,
        kept: one.kept,
      })),
    )
    const core = rounds.at(-1)?.outcome
    expect(core?.accepted.map(item => ({ item, yes: core.votes.get(item)?.yes, of: core.ballots }))).toEqual(
      expected.coreProtocol.map(({ item, yes, of }: { item: number; yes: number; of: number }) => ({
        item,
        yes,
        of,
      })),
    )
    expect(rounds.every(({ stored }) => stored.round.state === 'published')).toBe(true)
  })

  test('lets no round be added to a conference whose report is published', async () => {
    const rule = (await read2014(demoFolder)).rules[0]
    const more = rule ? [{ ...rule, round: 6 }] : []
    const planned = await program.test.database.write(staff, trx =>
      planRounds(trx, staff, demoConferences.finished, more),
    )
    expect(planned).toEqual({ ok: false, refusal: 'report-published' })
  })

  test('leaves no single ballot behind', async () => {
    const { rows } = await asAdministrator('select count(*)::int as n from anonymous.urn')
    expect(rows).toEqual([{ n: 0 }])
  })

  test('starts with three things to try, and each of them leads somewhere', async () => {
    const visitor = program.visitor()
    const start = await visitor.get('/')
    for (const words of ['Led konferensen', 'Rösta i den', 'Läs rapporten'])
      expect(start.text).toContain(words)
    const leading = await visitor.follow(await visitor.post('/try/lead'))
    expect(leading.status).toBe(200)
    const voting = await visitor.follow(await visitor.post('/try/vote'))
    expect(voting.status).toBe(200)
    expect((await program.visitor().get(`/conferences/${demoConferences.finished}/report`)).status).toBe(200)
  })

  test('lets its voters vote as in 2014, when a facilitator asks and nobody else', async () => {
    const path = `/conferences/${demoConferences.practice}/demo/vote`
    expect((await program.visitor().post(path)).status).toBe(403)
    expect((await (await program.as('secretary')).post(path)).status).toBe(403)
    expect((await (await program.as('process-leader')).post(path)).status).toBe(303)
  })

  test('starts over when asked to', async () => {
    const leader = await program.as('process-leader')
    expect((await leader.post(`/conferences/${demoConferences.practice}/demo/restart`)).status).toBe(303)
    const rounds = await program.test.database.read(staff, db => loadRounds(db, demoConferences.practice))
    expect(rounds.map(one => one.round.state)).toEqual(Array(5).fill('planned'))
  })
})

async function asAdministrator(sql: string) {
  const client = new pg.Client({ connectionString: program.test.adminUrl })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}
