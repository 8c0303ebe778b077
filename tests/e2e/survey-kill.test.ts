import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { demoAssociations } from '../../src/modules/organisations/commands.ts'
import { recount } from '../../src/modules/surveys/index.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import { findRunning } from '../../src/platform/database/embedded/running.ts'
import { asked } from '../support/hall.ts'
import { aDataFolder, startProgram } from '../support/program-process.ts'
import { aDatabase, silentLog } from '../support/test-database.ts'

const respondents = 60
const kills = 5
const processLeader = '5a0c3d1e-0000-4000-9000-000000000001'
const form = { 'content-type': 'application/x-www-form-urlencoded' }

test('no sheet that was acknowledged is lost, none is there twice, and the figures are a recount of them, when the program is killed while sheets come in', {
  timeout: 180_000,
}, async () => {
  const folder = aDataFolder()
  // Where PostgreSQL is the machine's own, only the program is killed; else PostgreSQL goes down with it.
  const machine = process.env.DATABASE_URL ? await aDatabase() : undefined
  const settings = {
    MELLANRUM_DATA: folder.path,
    MELLANRUM_DEMO: 'yes',
    ...(machine && { DATABASE_URL: machine.adminUrl }),
  }
  const adminUrl = () => machine?.adminUrl ?? findRunning(join(folder.path, 'postgresql')) ?? ''
  let program = await startProgram(settings)
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(program.address + path, {
      method: 'POST',
      headers: { ...form, origin: program.address, ...headers },
      body: new URLSearchParams(fields).toString(),
      redirect: 'manual',
    })

  try {
    const { waveId, link } = await openWave()
    let stopping = false
    const refused: number[] = []
    /** As a phone does: asks for its right, and sends until it is told that the sheet was received. */
    const answer = async (respondent: number) => {
      const right = await until(() => takeRight(link))
      const visit = await until(() => visitOf(link, right))
      for (let version = 0; version === 0 || !stopping; version++) {
        await until(async () => {
          const fields = {
            language: 'sv',
            visit,
            go: 'hand-in',
            'answer-needs': String(1 + ((respondent + version) % 5)),
          }
          const answered = await post(`/svara/${link}/fragor`, fields, {
            cookie: right,
            accept: 'application/json',
          })
          await answered.arrayBuffer()
          if (answered.status < 500 && answered.status !== 200) refused.push(answered.status)
          return answered.status < 500 || undefined
        })
        await pause(20 + Math.random() * 200)
      }
    }
    const answering = Promise.all(Array.from({ length: respondents }, (_, respondent) => answer(respondent)))
    for (let kill = 0; kill < kills; kill++) {
      await pause(100 + Math.random() * 400)
      await program.kill()
      program = await startProgram(settings)
    }
    stopping = true
    await answering
    expect(refused).toEqual([])

    const sheets = await asked<{ sheets: string }>(
      adminUrl(),
      'select count(*) as sheets from surveys.sheet where wave_id = $1',
      [waveId],
    )
    const counted = await asked<{ n: number; answered: number }>(
      adminUrl(),
      `select n, answered from indicators.statistic join indicators.response using (measurement_id, initiative_id)
       where measurement_id = $1`,
      [waveId],
    )
    expect(Number(sheets[0]?.sheets)).toBe(respondents)
    expect(counted).toEqual([{ n: respondents, answered: respondents }])
    const database = openDatabase(adminUrl(), silentLog)
    try {
      expect((await recount(database, () => {})).differences).toEqual([])
    } finally {
      await database.close()
    }
  } finally {
    await program.kill()
    await machine?.remove()
    folder.remove()
  }

  /** A wave of the whole association, planned and opened by its process leader. */
  async function openWave(): Promise<{ waveId: string; link: string }> {
    const cookie = cookieOf(await post('/log-in', { persona: processLeader }), 'session')
    const [questionnaire] = await asked<{ id: string }>(
      adminUrl(),
      `select id from surveys.questionnaire where name = 'mellanrum-participant'`,
      [],
    )
    const planned = await post(
      '/surveys/new',
      {
        association: demoAssociations[0]?.id ?? '',
        questionnaireId: questionnaire?.id ?? '',
        name: 'Alla på en gång',
        period: '2026-11',
        opensOn: '2026-01-01',
        closesOn: '2099-12-31',
        how: 'link',
        units: 'whole',
      },
      { cookie },
    )
    const waveId = /surveys\/([0-9a-f-]{36})/.exec(planned.headers.get('location') ?? '')?.[1] ?? ''
    await post(`/surveys/${waveId}/open`, {}, { cookie })
    const [unit] = await asked<{ link: string }>(
      adminUrl(),
      `select link from surveys.unit join surveys.wave on wave.id = wave_id where wave_id = $1 and state = 'open'`,
      [waveId],
    )
    if (!unit) throw new Error('the wave did not open')
    return { waveId, link: unit.link }
  }

  async function takeRight(link: string): Promise<string | undefined> {
    const answered = await post(`/svara/${link}`, { language: 'sv' })
    return answered.status === 303 ? cookieOf(answered, 'right-') : undefined
  }

  async function visitOf(link: string, right: string): Promise<string | undefined> {
    const page = await fetch(`${program.address}/svara/${link}/fragor`, { headers: { cookie: right } })
    return /name="visit" value="([^"]+)"/.exec(await page.text())?.[1]
  }
})

/** Tries until there is a value; the program may be down. */
async function until<Value>(work: () => Promise<Value | undefined>): Promise<Value> {
  for (;;) {
    const value = await work().catch(() => undefined)
    if (value !== undefined) return value
    await pause(50)
  }
}

/** `name=value` of a cookie that an answer sets. */
function cookieOf(answer: Response, name: string): string {
  const set = answer.headers.getSetCookie().find(cookie => cookie.startsWith(name))
  if (!set) throw new Error(`an answer ${answer.status} set no cookie ${name}`)
  return set.split(';')[0] ?? ''
}
