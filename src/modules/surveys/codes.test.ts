import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aProgram, type TestProgram, type Visitor } from '../../../tests/support/test-program.ts'
import { newNonce } from '../../platform/anonymous/right.ts'
import { readCode } from './rules/respondent-code.ts'

interface Posted {
  readonly to: string
  readonly text: string
}
const letters: Posted[] = []
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    const parts: Buffer[] = []
    stream.on('data', part => parts.push(part))
    stream.on('end', () => {
      const raw = Buffer.concat(parts).toString()
      const body = raw.slice(raw.indexOf('\r\n\r\n'))
      const text = /base64/i.test(raw)
        ? Buffer.from(body, 'base64').toString()
        : body.replace(/=\r\n/g, '').replace(/=3D/g, '=')
      letters.push({ to: session.envelope.rcptTo[0]?.address ?? '', text })
      done()
    })
  },
})

let program: TestProgram
let leader: Visitor
beforeAll(async () => {
  await new Promise<void>(listening => mailServer.listen(0, '127.0.0.1', listening))
  const { port } = mailServer.server.address() as AddressInfo
  program = await aProgram({ MAIL_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'enkat@example.se' })
  leader = await program.as('process-leader')
})
afterAll(async () => {
  await program.close()
  await new Promise<void>(closed => mailServer.close(() => closed()))
})

const system = { room: 'system', id: null, associations: [] } as const
let month = 0

/** A planned wave that asks one unit by codes. @returns its path, and its unit's id */
async function aCodedWave(how = 'codes'): Promise<{ path: string; waveId: string; unitId: string }> {
  month++
  const { database } = program.test
  const questionnaire = await database.read(system, db =>
    db
      .selectFrom('surveys.questionnaire')
      .select('id')
      .where('name', '=', 'mellanrum-participant')
      .executeTakeFirstOrThrow(),
  )
  const planned = await leader.post('/surveys/new', {
    association: '5a0c3d1e-0000-4000-8000-000000000001',
    questionnaireId: questionnaire.id,
    name: 'Med koder',
    period: `2032-${String(month).padStart(2, '0')}`,
    opensOn: '2032-01-01',
    closesOn: '2032-12-31',
    how,
    units: ['whole'],
  })
  const path = planned.location?.replace(/\?.*/, '') ?? ''
  const waveId = path.replace('/surveys/', '')
  const unit = await database.read(system, db =>
    db.selectFrom('surveys.unit').select('id').where('wave_id', '=', waveId).executeTakeFirstOrThrow(),
  )
  return { path, waveId, unitId: unit.id }
}

const codesOf = (unitId: string) =>
  program.test.database.read(system, db =>
    db.selectFrom('surveys.code').selectAll().where('unit_id', '=', unitId).execute(),
  )

/** The codes on a page or in a letter. */
const codesIn = (text: string): string[] => [
  ...new Set(
    (text.match(/\b[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}\b/g) ?? []).map(code => readCode(code) ?? ''),
  ),
]
const hashOf = (code: string) => createHash('sha256').update(code).digest('hex')

/** Takes the right of a code, as the page does that a respondent types it in. */
async function use(waveId: string, code: string) {
  const { database } = program.test
  const row = await database.read(system, db =>
    db
      .selectFrom('surveys.code')
      .select('id')
      .where('hash', '=', Buffer.from(hashOf(code), 'hex'))
      .executeTakeFirst(),
  )
  if (!row) return { ok: false as const, refusal: 'no-such-code' as const }
  const holder = { room: 'public', id: row.id, associations: [] } as const
  return program.program.sheets.take(holder, waveId, newNonce())
}

describe('codes on paper', () => {
  test('are shown once, kept as hashes, and let each in once', async () => {
    const { path, waveId, unitId } = await aCodedWave()
    const sheets = await leader.post(`${path}/codes/paper`, { [`count-${unitId}`]: '3' })
    expect(sheets.status).toBe(200)
    const codes = codesIn(sheets.text)
    expect(codes).toHaveLength(3)
    expect(sheets.html.match(/class="qr"/g)).toHaveLength(3)
    const rows = await codesOf(unitId)
    expect(rows.map(row => row.hash.toString('hex')).toSorted()).toEqual(codes.map(hashOf).toSorted())
    const again = await leader.get(`${path}/codes`)
    expect(codesIn(again.text)).toEqual([])
    expect(again.text).toContain('Förbundet som helhet 3 0')

    await leader.post(`${path}/open`)
    expect((await use(waveId, codes[0] ?? '')).ok).toBe(true)
    expect(await use(waveId, codes[0] ?? '')).toEqual({ ok: false, refusal: 'right-taken-elsewhere' })
    expect(await use(waveId, 'zzzzzzzzzzzz')).toEqual({ ok: false, refusal: 'no-such-code' })
  })

  test('are made also while the wave is open, as PDF too', async () => {
    const { path, waveId, unitId } = await aCodedWave()
    await leader.post(`${path}/open`)
    const sheets = await leader.post(`${path}/codes/paper`, { [`count-${unitId}`]: '40' })
    const taken = await Promise.all(codesIn(sheets.text).map(code => use(waveId, code)))
    expect(taken.filter(one => one.ok)).toHaveLength(40)
    const pdf = await leader.post(`${path}/codes/paper`, { [`count-${unitId}`]: '9', as: 'pdf' })
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await codesOf(unitId)).toHaveLength(49)
  })

  test('are not made for nobody, or for more than there can be', async () => {
    const { path, unitId } = await aCodedWave()
    const none = await leader.post(`${path}/codes/paper`, { [`count-${unitId}`]: '0' })
    expect(none.status).toBe(422)
    expect(none.text).toContain('Skriv hur många koder du behöver')
    const many = await leader.post(`${path}/codes/paper`, { [`count-${unitId}`]: '2001' })
    expect(many.status).toBe(409)
    expect(many.text).toContain('högst 2000 koder')
    expect(await codesOf(unitId)).toEqual([])
  })
})

describe('codes by letter', () => {
  const lettersTo = (domain: string) => letters.filter(letter => letter.to.endsWith(domain))

  test('go to each address; a reminder has the same code and goes to those who have not used theirs', async () => {
    const { path, waveId, unitId } = await aCodedWave()
    const emails = 'a@one.example\n\n b@one.example \r\nc@one.example\na@one.example'
    const sent = await leader.post(`${path}/codes/letters`, { unit: unitId, emails })
    expect((await leader.follow(sent)).text).toContain('Breven är på väg')
    await vi.waitFor(() => expect(lettersTo('@one.example')).toHaveLength(3), 10_000)
    const codeTo = (to: string) => codesIn(lettersTo(to)[0]?.text ?? '')[0] ?? ''
    expect((await codesOf(unitId)).map(row => row.hash.toString('hex')).toSorted()).toEqual(
      ['a@one.example', 'b@one.example', 'c@one.example'].map(to => hashOf(codeTo(to))).toSorted(),
    )

    await leader.post(`${path}/open`)
    expect((await use(waveId, codeTo('b@one.example'))).ok).toBe(true)
    const before = await codesOf(unitId)
    const reminded = await leader.follow(await leader.post(`${path}/codes/remind`))
    expect(reminded.text).toContain('Påminnelserna är på väg')
    await vi.waitFor(() => expect(lettersTo('@one.example')).toHaveLength(5), 10_000)
    const reminders = lettersTo('@one.example').slice(3)
    expect(reminders.map(({ to }) => to).toSorted()).toEqual(['a@one.example', 'c@one.example'])
    for (const { to, text } of reminders) expect(codesIn(text)).toEqual([codeTo(to)])
    // Nothing that is kept tells who was reminded.
    expect(await codesOf(unitId)).toEqual(before)
    expect((await leader.post(`${path}/codes/remind`)).text).toContain('redan skickad i dag')

    await leader.post(`${path}/close`)
    expect((await codesOf(unitId)).every(row => row.email === null)).toBe(true)
  })

  test('say which lines hold no address, and send nothing', async () => {
    const { path, unitId } = await aCodedWave()
    const answer = await leader.post(`${path}/codes/letters`, {
      unit: unitId,
      emails: 'rätt@two.example\nfel\nok@two.example\nockså fel',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(/på rad (1, )?2, 4 är ingen e-postadress/)
    expect(answer.html).toContain('ok@two.example')
    expect(await codesOf(unitId)).toEqual([])
  })
})

test('only those who lead the wave come to its codes, and only where it has some', async () => {
  const { path, unitId } = await aCodedWave()
  const secretary = await program.as('secretary')
  const fields = { [`count-${unitId}`]: '1' }
  expect((await secretary.get(`${path}/codes`)).status).toBe(403)
  expect((await secretary.post(`${path}/codes/paper`, fields)).status).toBe(403)
  for (const other of [
    await program.as('other-manager'),
    await program.as('case-worker'),
    program.visitor(),
  ]) {
    expect((await other.get(`${path}/codes`)).status).toBe(404)
    expect((await other.post(`${path}/codes/paper`, fields)).status).toBe(404)
    expect((await other.post(`${path}/codes/remind`)).status).toBe(404)
  }
  const open = await aCodedWave('link')
  expect((await leader.get(`${open.path}/codes`)).status).toBe(404)
})
