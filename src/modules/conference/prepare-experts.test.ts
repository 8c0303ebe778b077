import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, aProgram, type TestProgram, type Visitor } from '../../../tests/support/test-program.ts'
import { aConference, type BuiltConference } from './builders.ts'

interface Received {
  readonly to: string
  readonly raw: string
}

/** A real mail server that keeps what it gets. `refusals` is how many letters it turns away first. */
function aMailServer(refusals = 0) {
  const letters: Received[] = []
  let left = refusals
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk))
      stream.on('end', () => {
        if (left > 0) {
          left--
          return done(new Error('not now'))
        }
        const [to] = session.envelope.rcptTo
        letters.push({ to: to?.address ?? '', raw: Buffer.concat(chunks).toString('utf8') })
        done()
      })
    },
  })
  return new Promise<{ letters: Received[]; url: string; close: () => Promise<void> }>(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.server.address() as AddressInfo
      resolve({
        letters,
        url: `smtp://127.0.0.1:${port}`,
        close: () => new Promise(closed => server.close(() => closed())),
      })
    })
  })
}

const subjectOf = ({ raw }: Received): string =>
  (/^Subject: (.*(?:\r?\n[ \t].*)*)/m.exec(raw)?.[1] ?? '')
    .replaceAll(/\?=\r?\n[ \t]+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?q\?(.*?)\?=/gi, (_, text: string) => quoted(text.replaceAll('_', ' ')))
/** Quoted-printable as bytes, read as UTF-8. */
const quoted = (text: string): string =>
  Buffer.from(
    text
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')
const bodyOf = ({ raw }: Received): string => {
  const [head = '', ...rest] = raw.split(/\r?\n\r?\n/)
  const body = rest.join('\n\n')
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  return /quoted-printable/i.test(head) ? quoted(body) : body
}
const tokenIn = (text: string): string => /\/invitation\/([\w-]{40,})/.exec(text)?.[1] ?? ''

/** A letter that was turned away is tried again after 10 to 20 seconds, as chance will have it. */
async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo() && waited < 45_000; waited += 50)
    await new Promise(resolve => setTimeout(resolve, 50))
}

const expertsOf = (conference: BuiltConference<Visitor>) => `/conferences/${conference.id}/experts`

/** Every row of every table, the queue's included, and the log; bytes as hexadecimal. */
async function allThatIsKept(program: TestProgram): Promise<string> {
  const client = new pg.Client({ connectionString: program.test.adminUrl })
  await client.connect()
  try {
    const tables = await client.query<{ name: string }>(`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`)
    const kept = [...program.log]
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ row: string }>(`select kept::text as row from ${name} as kept`)
      kept.push(...rows.map(({ row }) => `${name} ${row}`))
    }
    return kept.join('\n')
  } finally {
    await client.end()
  }
}

/** The token as text, and as the bytes that it stands for. */
function expectNotKept(token: string, kept: string): void {
  expect(token).toMatch(/^[\w-]{43}$/)
  for (const form of [
    token,
    Buffer.from(token).toString('hex'),
    Buffer.from(token, 'base64url').toString('hex'),
  ])
    expect(kept.includes(form)).toBe(false)
}

describe('the list of experts', () => {
  let program: TestProgram
  beforeAll(async () => {
    program = await aProgram()
  })
  afterAll(() => program.close())
  const fields = {
    name: 'Enhetschef, Psykiatrin',
    email: '',
    association: 'norra västmanland',
    role: 'manager',
  }

  test('takes in an expert by hand, spelled as the association is spelled', async () => {
    const conference = await aConference(program).withExperts(0).build()
    const { leader } = conference
    const list = await leader.follow(await leader.post(`${expertsOf(conference)}/new`, fields))
    expect(list.text).toContain('Experten är tillagd')
    expect(list.text).toContain('Enhetschef, Psykiatrin')
    expect(list.text).toContain('Norra Västmanland')
    expect(list.text).toContain('Inte inbjuden')
  })

  test('says what is wrong, and keeps what was typed', async () => {
    const conference = await aConference(program).withExperts(0).build()
    const answer = await conference.leader.post(`${expertsOf(conference)}/new`, {
      ...fields,
      email: 'inte en adress',
      role: '',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Skriv e-postadressen som namn@exempel.se')
    expect(answer.text).toContain('Välj en roll.')
    expect(answer.html).toContain('value="inte en adress"')
  })

  test('takes no address twice', async () => {
    const conference = await aConference(program).withExperts(0).build()
    const add = (name: string, email: string) =>
      conference.leader.post(`${expertsOf(conference)}/new`, { ...fields, name, email })
    expect((await add('En', 'samma@exempel.se')).status).toBe(303)
    const again = await add('Två', 'SAMMA@exempel.se')
    expect(again.status).toBe(409)
    expect(again.text).toContain('En annan expert har redan den e-postadressen')
  })

  test('is changed, and shows an answer that came another way', async () => {
    const conference = await aConference(program).withExperts(2).build()
    const path = `${expertsOf(conference)}/${conference.experts[0]?.id}`
    const changed = await conference.leader.post(path, { ...fields, answered: 'declined' })
    const list = await conference.leader.follow(changed)
    expect(list.text).toContain('Kommer inte')
    expect(list.text).toMatch(/Summa .* 1 /)
  })

  test('lets an expert go until somebody may have voted', async () => {
    const conference = await aConference(program).withExperts(3).build()
    const [first, second] = conference.experts
    const { leader } = conference
    const list = await leader.follow(await leader.post(`${expertsOf(conference)}/${first?.id}/remove`))
    expect(list.text).toContain('Experten är borttagen')
    expect(list.text).not.toContain('Expert 1')
    await conference.open(1)
    const late = await leader.post(`${expertsOf(conference)}/${second?.id}/remove`)
    expect(late.status).toBe(409)
    expect(late.text).toContain('Då kan ingen tas bort')
  })

  test('is read from a file, shown as a balance first, and saved whole or not at all', async () => {
    const conference = await aConference(program).withExperts(0).build()
    const path = `${expertsOf(conference)}/import`
    const upload = (text: string): Promise<Answer> =>
      conference.leader.upload(path, 'file', { name: 'experter.csv', bytes: Buffer.from(text) })
    const wrong = await upload(
      'namn;förbund;roll;e-post\nEn;Norra Västmanland;chef;\nTvå;;chef;\nTre;Norra Västmanland;kung;\n',
    )
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Rad 3, kolumnen ”förbund”')
    expect(wrong.text).toContain('Rad 4, kolumnen ”roll”')
    expect((await conference.leader.get(expertsOf(conference))).text).toContain('Inga experter ännu')

    const preview = await upload(
      'namn;förbund;roll;e-post\nEn;norra-vastmanland;chef;en@exempel.se\nTvå;Östra Östergötland;deltagare;\n',
    )
    expect(preview.text).toMatch(/Norra Västmanland 1 0 1/)
    expect(preview.text).toContain('1 av 2 har e-postadress')
    const hidden = [...preview.html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
    const saved = await conference.leader.post(
      path,
      Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])),
    )
    expect((await conference.leader.follow(saved)).text).toContain('2 experter')
  })
})

describe('without a mail server', () => {
  let program: TestProgram
  beforeAll(async () => {
    program = await aProgram()
  })
  afterAll(() => program.close())

  test('a link is shown once with its code, and voids the one before', async () => {
    const conference = await aConference(program).withExperts(2).build()
    const [expert] = conference.experts
    const show = () => conference.leader.post(`${expertsOf(conference)}/${expert?.id}/link`)
    const first = await show()
    expect(first.status).toBe(200)
    expect(first.html).toContain('role="img"')
    expect(first.text).toContain('Den som har länken röstar som experten')
    const second = await show()
    const [old, fresh] = [tokenIn(first.html), tokenIn(second.html)]
    expect(fresh).not.toBe(old)

    expect((await program.visitor().post(`/invitation/${old}`)).status).not.toBe(303)
    expect((await program.visitor().post(`/invitation/${fresh}`)).status).toBe(303)
    expect((await conference.leader.get(expertsOf(conference))).html).not.toContain(fresh)
    expectNotKept(fresh, await allThatIsKept(program))
  })

  test('there is a sheet for each who may still come', async () => {
    const conference = await aConference(program).withExperts(3).build()
    const { leader } = conference
    const [declined] = conference.experts
    await leader.post(`${expertsOf(conference)}/${declined?.id}`, {
      name: 'Säger nej',
      association: 'Norra Västmanland',
      role: 'manager',
      answered: 'declined',
    })
    const sheets = await leader.post(`${expertsOf(conference)}/sheets`)
    expect(sheets.status).toBe(200)
    const links = new Set(sheets.html.match(/\/invitation\/[\w-]{40,}/g))
    expect(links.size).toBe(2)
    expect(sheets.text).not.toContain('Säger nej')
  })

  test('no letter can be asked for', async () => {
    const conference = await aConference(program).withExperts(1).build()
    const answer = await conference.leader.post(`${expertsOf(conference)}/invite`)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('ingen e-postserver')
  })
})

describe('with a mail server', () => {
  let mail: Awaited<ReturnType<typeof aMailServer>>
  let program: TestProgram
  beforeAll(async () => {
    mail = await aMailServer(1)
    program = await aProgram({ MAIL_URL: mail.url, MAIL_FROM: 'konferens@exempel.se' })
  })
  afterAll(async () => {
    await program.close()
    await mail.close()
  })

  test('a letter reaches each who has an address, tries again when it is turned away, and its link opens', async () => {
    const conference = await aConference(program)
      .described({ name: 'Indikatorer för länet' })
      .withExperts(0)
      .build()
    const { leader } = conference
    const add = (name: string, email: string) =>
      leader.post(`${expertsOf(conference)}/new`, {
        name,
        email,
        association: 'Norra Västmanland',
        role: 'manager',
      })
    await add('Anna Andersson', 'anna@exempel.se')
    await add('Bo Bengtsson', 'bo@exempel.se')
    await add('Utan Adress', '')

    const list = await leader.follow(await leader.post(`${expertsOf(conference)}/invite`))
    expect(list.text).toContain('Inbjudan skickas nu')
    const twice = await leader.post(`${expertsOf(conference)}/invite`)
    expect(twice.status).toBe(409)
    expect(twice.text).toContain('ingen kvar att bjuda in')

    await until(() => mail.letters.length >= 2)
    expect(mail.letters.map(letter => letter.to).sort()).toEqual(['anna@exempel.se', 'bo@exempel.se'])
    const tokens = new Set(mail.letters.map(letter => tokenIn(bodyOf(letter))))
    expect(tokens.size).toBe(2)
    for (const letter of mail.letters) {
      const subject = subjectOf(letter)
      expect(subject).toContain('Indikatorer för länet')
      expect(subject).not.toMatch(/anna|bo|andersson|bengtsson|invitation\//i)
      expect(bodyOf(letter)).toContain('http://mellanrum.test/invitation/')
      expect(bodyOf(letter)).toContain('Rösterna är hemliga')
    }
    const kept = await allThatIsKept(program)
    for (const token of tokens) expectNotKept(token, kept)
    // The queue says whom by id; the address stays where it was written.
    const queued = kept.split('\n').filter(row => /^(jobs|platform\.outbox)/.test(row))
    expect(queued.some(row => row.includes(conference.id))).toBe(true)
    expect(queued.join('\n')).not.toContain('exempel.se')

    const [token = ''] = tokens
    expect((await program.visitor().post(`/invitation/${token}`)).status).toBe(303)
  }, 60_000)
})
