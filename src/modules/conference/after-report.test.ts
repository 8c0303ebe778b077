import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import readXlsx from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pdfStrings, unzip } from '../../../tests/support/documents.ts'
import { aProgram, type TestProgram, type Visitor } from '../../../tests/support/test-program.ts'
import { newNonce } from '../../platform/anonymous/right.ts'
import { aConference, type BuiltConference } from './builders.ts'
import { closeEvaluation, openEvaluation } from './commands/evaluation.ts'
import { answerAccord, publishReport } from './commands/report.ts'

let program: TestProgram
let folder: string
beforeAll(async () => {
  program = await aProgram()
  folder = mkdtempSync(join(tmpdir(), 'mellanrum-report-'))
})
afterAll(async () => {
  await program.close()
  rmSync(folder, { recursive: true, force: true })
})

const pathOf = (built: BuiltConference<Visitor>) => `/conferences/${built.id}`
const files = [
  'report',
  'report.pdf',
  'report.docx',
  'report.xlsx',
  'report/tables/core-protocol.csv',
  'report/tables/roles.csv',
  'report/tables/votes.csv',
  'report/tables/accord.csv',
]

/** Two rounds, 14 experts with real-looking names, all decided and published. */
const decided = () =>
  aConference(program)
    .described({ name: 'Indikatorer i Dalarna', startsOn: '2025-03-04', endsOn: '2025-03-05' })
    .withItems(6)
    .withExperts(
      Array.from({ length: 14 }, (_, place) => ({
        name: `Hemlig Person ${place + 1}`,
        role: place < 6 ? 'participant' : place < 13 ? 'manager' : 'politician',
      })),
    )
    .withRules([
      { items: 'all', accept: { top: 2 }, drop: { below: { numerator: 1, denominator: 2 } } },
      { items: { acceptedIn: [1] }, accept: { top: 1 }, drop: 'rest', protocol: 'core' },
    ])
    .open(1)
    .voted(place => ({
      1: 'yes',
      2: place < 12 ? 'yes' : 'no',
      3: place < 9 ? 'yes' : 'no',
      4: 'no',
      5: 'no',
      6: 'no',
    }))
    .close(1)
    .publish(1)
    .open(2)
    .voted(place => ({ 1: place < 11 ? 'yes' : 'no', 2: place < 8 ? 'yes' : 'no' }))
    .close(2)
    .publish(2)

async function evaluated(built: BuiltConference<Visitor>, comment: string) {
  const { boxes } = program.program
  const input = { conferenceId: built.id }
  await built.write((trx, actor) => openEvaluation(trx, actor, boxes, input))
  const { rows } = await asAdmin('select box_id from conference.evaluation where conference_id = $1', [
    built.id,
  ])
  for (const expert of built.experts.slice(0, 6)) {
    const actor = { room: 'public', id: expert.id, associations: [] } as const
    const right = await boxes.take(actor, rows[0].box_id, newNonce())
    if (right.ok) await boxes.handIn(rows[0].box_id, right.value, { result: 'good', comment })
  }
  await built.write((trx, actor) => closeEvaluation(trx, actor, boxes, input))
}

async function asAdmin(text: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: program.test.adminUrl })
  await client.connect()
  try {
    return await client.query(text, values)
  } finally {
    await client.end()
  }
}

const publish = (built: BuiltConference<Visitor>) =>
  built.leader.post(`${pathOf(built)}/publish`, { confirm: 'yes' })

/** Whether the machine has the program. Where it has not, the same is read from the bytes. */
const has = (name: string) => ['/usr/bin', '/usr/local/bin'].some(place => existsSync(join(place, name)))

describe('the report before it is published', () => {
  test('is there for its staff, and marked as a draft', async () => {
    const built = await decided().build()
    for (const staff of [built.leader, await program.as('secretary')]) {
      const page = await staff.get(`${pathOf(built)}/report`)
      expect(page.status).toBe(200)
      expect(page.text).toContain('Det här är ett utkast')
    }
    expect((await (await program.as('secretary')).get(`${pathOf(built)}/report`)).text).not.toContain(
      'Jag har läst igenom rapporten',
    )
  })

  test('is not there for anybody else, in any format', async () => {
    const built = await decided().build()
    await evaluated(built, 'Bara för oss')
    const stranger = await aConference(program).withExperts(1).build()
    const others = {
      visitor: program.visitor(),
      'another association': await program.as('other-manager'),
      'case worker': await program.as('case-worker'),
      'own expert': await built.enter(built.experts[0]),
      'expert of another conference': await stranger.enter(stranger.experts[0]),
    }
    for (const [who, other] of Object.entries(others)) {
      for (const file of [...files, 'accord', 'evaluation']) {
        expect((await other.get(`${pathOf(built)}/${file}`)).status, `${who}: ${file}`).toBe(404)
      }
      expect((await other.post(`${pathOf(built)}/publish`, { confirm: 'yes' })).status, who).toBe(403)
      const correction = { what: 'Allt', reason: 'Därför' }
      expect((await other.post(`${pathOf(built)}/report/corrections`, correction)).status, who).toBe(403)
      expect((await other.post(`${pathOf(built)}/accord`, { M1: 'Hej' })).status, who).toBe(403)
    }
  })

  test('is not in the rows that a visitor’s transaction can see', async () => {
    const built = await decided().build()
    await evaluated(built, 'Bara för oss')
    await built.write((trx, actor) =>
      answerAccord(trx, actor, { conferenceId: built.id, answers: { M1: 'Ingen registrering' } }),
    )
    const tables = [
      'item',
      'round',
      'round_item',
      'item_count',
      'stratum_turnout',
      'deviation',
      'argument',
      'evaluation',
      'evaluation_count',
      'evaluation_comment',
      'accord_answer',
    ] as const
    const seen = () =>
      program.test.database.read({ room: 'public', id: null, associations: [] }, async db => {
        const counts: Record<string, number> = {}
        for (const table of tables) {
          const rows = await db
            .selectFrom(`conference.${table}`)
            .select('conference_id')
            .where('conference_id', '=', built.id)
            .execute()
          counts[table] = rows.length
        }
        const rows = await db
          .selectFrom('conference.conference')
          .select('id')
          .where('id', '=', built.id)
          .execute()
        return { ...counts, conference: rows.length }
      })
    expect(Object.values(await seen()).every(count => count === 0)).toBe(true)
    await publish(built)
    expect(await seen()).toMatchObject({ conference: 1, round: 2, accord_answer: 1, evaluation_comment: 6 })
    const experts = program.test.database.read({ room: 'public', id: null, associations: [] }, db =>
      db.selectFrom('conference.expert').select('id').where('conference_id', '=', built.id).execute(),
    )
    expect(await experts).toEqual([])
  })
})

describe('publishing', () => {
  test('makes the report public at the same address, for everybody', async () => {
    const built = await decided().build()
    const answer = await publish(built)
    expect(answer.status).toBe(303)
    for (const reader of [
      program.visitor(),
      await program.as('other-manager'),
      await program.as('case-worker'),
      await built.enter(built.experts[0]),
    ]) {
      for (const file of files) expect((await reader.get(`${pathOf(built)}/${file}`)).status, file).toBe(200)
      const page = await reader.get(`${pathOf(built)}/report`)
      expect(page.text).not.toContain('utkast')
      expect(page.text).not.toContain('Rätta rapporten')
      expect((await reader.get(`${pathOf(built)}/accord`)).status).toBe(404)
      expect((await reader.get(`${pathOf(built)}/evaluation`)).status).toBe(404)
    }
  })

  test('shows the public what the staff saw, word for word', async () => {
    const built = await decided().build()
    await evaluated(built, 'Bra ordning')
    const tables = ['roles', 'associations', 'participation', 'turnout', 'votes', 'evaluation', 'group-votes']
    const read = (reader: Visitor) =>
      Promise.all(
        tables.map(async table => (await reader.get(`${pathOf(built)}/report/tables/${table}.csv`)).html),
      )
    const before = await read(built.leader)
    await publish(built)
    expect(await read(program.visitor())).toEqual(before)
  })

  test('asks for a confirmation, and without one publishes nothing', async () => {
    const built = await decided().build()
    const answer = await built.leader.post(`${pathOf(built)}/publish`)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Bekräfta att du har läst igenom rapporten.')
    expect((await program.visitor().get(`${pathOf(built)}/report`)).status).toBe(404)
  })

  test('waits for every round and for the evaluation, and says which', async () => {
    const running = await aConference(program).withItems(3).withExperts(5).open(1).close(1).build()
    const early = await publish(running)
    expect(early.status).toBe(409)
    expect(early.text).toContain('Alla omröstningar är inte avgjorda.')

    const built = await decided().build()
    await built.leader.post(`${pathOf(built)}/evaluation/open`)
    const open = await publish(built)
    expect(open.status).toBe(409)
    expect(open.text).toContain('Utvärderingen är öppen. Stäng den först')
    await built.leader.post(`${pathOf(built)}/evaluation/close`)
    expect((await publish(built)).status).toBe(303)

    const again = await publish(built)
    expect(again.status).toBe(409)
    expect(again.text).toContain('Rapporten är redan publicerad.')

    const empty = await aConference(program).withRules([]).build()
    expect((await publish(empty)).text).toContain('Konferensen har ingen omröstning ännu.')
  })

  test('is for those who lead, also by command', async () => {
    const built = await decided().build()
    const secretary = await program.as('secretary')
    expect((await secretary.post(`${pathOf(built)}/publish`, { confirm: 'yes' })).status).toBe(403)
    const refused = built.write((trx, actor) =>
      publishReport(trx, { ...actor, is: () => false }, { conferenceId: built.id }),
    )
    await expect(refused).rejects.toThrow('not allowed')
  })

  test('cannot be taken back, but put right: the correction stands first, with its date', async () => {
    const built = await decided().build()
    const correction = { what: 'Förslag 3 var felstavat.', reason: 'Vi läste fel.' }
    const early = await built.leader.post(`${pathOf(built)}/report/corrections`, correction)
    expect(early.status).toBe(409)
    await publish(built)
    const wrong = await built.leader.post(`${pathOf(built)}/report/corrections`, {
      ...correction,
      reason: ' ',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('Förslag 3 var felstavat.')
    const answer = await built.leader.post(`${pathOf(built)}/report/corrections`, correction)
    expect(answer.status).toBe(303)
    const page = await program.visitor().get(`${pathOf(built)}/report`)
    expect(page.text).toContain('Rättelser efter publiceringen')
    expect(page.text).toContain('Förslag 3 var felstavat. Vi läste fel.')
    expect(page.text.indexOf('Förslag 3 var felstavat.')).toBeLessThan(
      page.text.indexOf('De här förslagen gick in'),
    )
  })
})

describe('what the report says', () => {
  test('never a name or an address of an expert, in any format', async () => {
    const built = await decided().build()
    await asAdmin(
      `update conference.expert set email = 'hemlig' || number || '@example.se' where conference_id = $1`,
      [built.id],
    )
    await publish(built)
    for (const reader of [program.visitor(), built.leader]) {
      for (const file of files) {
        const { bytes, html } = await reader.get(`${pathOf(built)}/${file}`)
        const text = file.endsWith('x')
          ? [...unzip(bytes).values()].join('\n')
          : file.endsWith('.pdf')
            ? pdfText(bytes)
            : html
        expect(text, file).not.toMatch(/Hemlig Person|hemlig\d+@/)
      }
    }
  })

  test('how each item fared, with k of n beside the percentage', async () => {
    const built = await decided().build()
    const page = await built.leader.get(`${pathOf(built)}/report`)
    expect(page.text).toContain(
      '6 förslag blev 2 i det omfattande protokollet. Av dem hör 1 till kärnprotokollet.',
    )
    expect(page.text).toContain('1: 14 av 14 (100 %), gick in 2: 11 av 14 (79 %), gick in I kärnprotokollet')
    expect(page.text).toContain('2: 8 av 14 (57 %), föll bort I det omfattande protokollet')
    expect(page.text).toContain('1: 9 av 14 (64 %), kvar')
  })

  test('a lonely politician is not pointed out by role, in what took part nor in what was voted', async () => {
    const built = await decided().build()
    const roles = (await built.leader.get(`${pathOf(built)}/report/tables/roles.csv`)).html
    expect(roles).not.toMatch(/^Politiker;/m)
    expect(roles).toMatch(/^Politiker och Deltagare;7;|^Deltagare och Politiker;7;/m)
    const votes = (await built.leader.get(`${pathOf(built)}/report/tables/group-votes.csv`)).html
    expect(votes).toContain('Chef')
    expect(votes).not.toContain('Politiker')
    // Held back together with the politician, whose votes would follow by subtraction.
    expect(votes).not.toContain('Deltagare')
    const page = await built.leader.get(`${pathOf(built)}/report`)
    expect(page.text).toMatch(
      /för liten för att gömma sig i: (Deltagare och Politiker|Politiker och Deltagare)/,
    )
  })

  test('which rule was locked, in words and by its check sum', async () => {
    const built = await decided().build()
    const [first] = await built.rounds()
    const hash = first && 'ruleHash' in first.round ? first.round.ruleHash : ''
    const page = await built.leader.get(`${pathOf(built)}/report`)
    expect(page.text).toContain('De 2 med flest ja går till det omfattande protokollet.')
    expect(page.text.replaceAll(' ', '')).toContain(hash)
  })

  test('in English too', async () => {
    const built = await decided().build()
    await publish(built)
    const page = await program.visitor().get(`${pathOf(built)}/report?lang=en`)
    expect(page.text).toContain('6 items became 2 in the comprehensive protocol.')
    expect(page.text).toContain('Appendix: ACCORD')
  })

  test('a table that it does not have is not there', async () => {
    const built = await decided().build()
    for (const table of ['ties', 'lineage', 'nothing', '..%2f..%2fpackage.json'])
      expect((await built.leader.get(`${pathOf(built)}/report/tables/${table}.csv`)).status).toBe(404)
  })
})

describe('the files', () => {
  test('a PDF that is tagged, says its language and can be read as text', async () => {
    const built = await decided().build()
    const answer = await built.leader.get(`${pathOf(built)}/report.pdf`)
    expect(answer.headers['content-type']).toBe('application/pdf')
    expect(answer.headers['content-disposition']).toBe('inline; filename="konferens-2025-rapport.pdf"')
    const strings = pdfStrings(answer.bytes)
    expect(strings).toContain('Rapport från Indikatorer i Dalarna')
    expect(strings.some(text => text.startsWith('Flödesschema. Omröstning 1: 6 förslag, 2 gick in'))).toBe(
      true,
    )
    expect(answer.bytes.toString('latin1')).toMatch(/\/Lang\s*\(sv\)/)
    if (!has('pdftotext')) return
    const file = join(folder, 'report.pdf')
    writeFileSync(file, answer.bytes)
    expect(run('pdfinfo', file)).toMatch(/Tagged:\s+yes/)
    expect(run('pdftotext', '-layout', file, '-')).toContain('Kärnprotokollet')
  })

  test('a Word file that LibreOffice opens, with headings and the tables', async () => {
    const built = await decided().build()
    const answer = await built.leader.get(`${pathOf(built)}/report.docx`)
    expect(answer.headers['content-disposition']).toBe('attachment; filename="konferens-2025-rapport.docx"')
    const document = unzip(answer.bytes).get('word/document.xml') ?? ''
    expect(document).toContain('Kärnprotokollet')
    expect(document).toContain('w:val="Heading1"')
    if (!has('soffice')) return
    const file = join(folder, 'report.docx')
    writeFileSync(file, answer.bytes)
    run(
      'soffice',
      `-env:UserInstallation=file://${folder}/office`,
      '--headless',
      '--convert-to',
      'txt:Text',
      '--outdir',
      folder,
      file,
    )
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toContain('Hur rösterna hölls hemliga')
  })

  test('a workbook with a sheet for each table, numbers as numbers', async () => {
    const built = await decided().build()
    const answer = await built.leader.get(`${pathOf(built)}/report.xlsx`)
    expect(answer.headers['content-disposition']).toBe('attachment; filename="konferens-2025-rapport.xlsx"')
    const sheets = await readXlsx(answer.bytes)
    const votes = sheets.find(sheet => sheet.sheet.startsWith('Alla röster'))
    expect(votes?.data[0]?.slice(0, 3)).toEqual(['Omröstning', 'Nr', 'Förslag'])
    expect(votes?.data[1]?.slice(0, 2)).toEqual([1, 1])
    expect(votes?.data).toHaveLength(1 + 6 + 2)
    expect(sheets.map(sheet => sheet.sheet)).toContain('ACCORD')
  })

  test('CSV that a Swedish Excel opens: a byte order mark, semicolons, decimal commas', async () => {
    const built = await decided().build()
    const answer = await built.leader.get(`${pathOf(built)}/report/tables/core-protocol.csv`)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="konferens-2025-karnprotokoll.csv"',
    )
    expect(answer.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(answer.html.slice(1)).toBe(
      'Nr;Förslag;Typ;Perspektiv;Omröstning;Ja;Av;Andel\r\n1;Förslagets lydelse 1;Process;Deltagaren;2;11;14;0,7857142857142857\r\n',
    )
  })
})

/** What a program of the machine prints; poppler complains of a flag that ISO 32000 has as Typst writes it. */
const run = (name: string, ...given: string[]): string =>
  execFileSync(name, given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

/** The words of a PDF, by pdftotext where it is, else what stands open in the file. */
function pdfText(bytes: Buffer): string {
  if (!has('pdftotext')) return pdfStrings(bytes).join('\n')
  const file = join(folder, 'words.pdf')
  writeFileSync(file, bytes)
  return run('pdftotext', file, '-')
}
