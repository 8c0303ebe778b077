import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asked } from '../../../tests/support/hall.ts'
import { aProgram, type TestProgram, type Visitor } from '../../../tests/support/test-program.ts'
import { anOpenWave, aQuestionnaire, type BuiltWave, inWords, waveLeader } from './builders.ts'
import { shipQuestionnaires } from './commands/questionnaires.ts'
import { closeWave } from './commands/waves.ts'

let running: TestProgram
beforeAll(async () => {
  running = await aProgram()
  const [first] = aQuestionnaire().questions
  await shipQuestionnaires(running.test.database, [
    aQuestionnaire({
      id: 'one-of-each',
      // An indicator of an association's own is not there in this installation.
      questions: aQuestionnaire().questions.map(question =>
        question.kind === 'choices' ? { ...question, measure: undefined } : question,
      ),
    }),
    aQuestionnaire({
      id: 'must',
      questions: first
        ? [
            { ...first, required: true },
            { kind: 'text', id: 'tell', text: inWords('Tell?'), required: false },
          ]
        : [],
    }),
  ])
})
afterAll(() => running.close())

let year = 2030
const aWave = (questionnaire = 'one-of-each', codes?: readonly string[]): Promise<BuiltWave> =>
  anOpenWave(
    { database: running.test.database, sheets: running.program.sheets },
    { questionnaire, period: `${++year}-10`, ...(codes && { codes }) },
  )
const close = ({ waveId }: BuiltWave) =>
  running.test.database.write(waveLeader, trx =>
    closeWave(trx, waveLeader, running.program.sheets, { waveId }),
  )
const linkOf = (wave: BuiltWave) => `/svara/${wave.units[0]?.link}`

/** The sheets of a wave, as the one who runs the database sees them. */
const kept = (wave: BuiltWave) =>
  asked<{ how: string; language: string; answers: Record<string, string> }>(
    running.test.adminUrl,
    'select how, language, answers from surveys.sheet where wave_id = $1 order by answers::text',
    [wave.waveId],
  )

const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

/** Begins to answer; gives what a form on the first question's page sends besides answers. */
async function begin(visitor: Visitor, wave: BuiltWave, suffix = '', language = 'sv') {
  const home = `${linkOf(wave)}${suffix}`
  const started = await visitor.post(home, { language })
  expect(started.status).toBe(303)
  const page = await visitor.follow(started)
  expect(page.status).toBe(200)
  const fields = { language, visit: hidden(page.html, 'visit'), view: 'one', at: 0 }
  return { page, fields, path: `${home}/fragor` }
}

describe('a respondent with an open link', () => {
  test('reads what it is about, that nobody sees who answers, and how long it takes', async () => {
    const wave = await aWave('mellanrum-participant')
    const page = await running.visitor().get(linkOf(wave))
    expect(page.status).toBe(200)
    expect(page.text).toContain('Hur fungerar stödet för dig?')
    expect(page.text).toContain('Vi sparar inte vem du är')
    expect(page.text).toContain('Antal frågor: 10. Tid: ungefär 5 minuter.')
    expect(page.headers['set-cookie']).toBeUndefined()
  })

  test('reads it in each of the questionnaire’s languages, Arabic from right to left', async () => {
    const wave = await aWave('mellanrum-participant')
    const visitor = running.visitor()
    for (const [language, start] of [
      ['sv-simple', 'Börja svara'],
      ['en', 'Start'],
      ['ar', 'ابدأ'],
      ['so', 'Bilow'],
    ]) {
      const page = await visitor.get(`${linkOf(wave)}?sprak=${language}`)
      expect(page.html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`)
      expect(page.text).toContain(start)
    }
  })

  test('goes from question to question without script, back, and past one, and hands in once', async () => {
    const wave = await aWave()
    const visitor = running.visitor()
    const { fields, path } = await begin(visitor, wave)
    const second = await visitor.post(path, { ...fields, go: 'next', 'answer-needs': '4' })
    expect(second.status).toBe(200)
    expect(hidden(second.html, 'at')).toBe('1')
    const back = await visitor.post(path, { ...fields, at: 1, go: 'back', 'answer-needs': '4' })
    expect(back.html).toMatch(/value="4" checked/)
    const skipped = await visitor.post(path, {
      ...fields,
      at: 1,
      go: 'skip',
      'answer-needs': '4',
      'answer-person': 'no',
    })
    expect(hidden(skipped.html, 'at')).toBe('2')
    expect(skipped.html).not.toMatch(/value="no" checked/)
    const filled = {
      ...fields,
      at: 5,
      'answer-needs': '4',
      'answer-help': ['work', 'health'],
      'answer-hours': '7,5',
    }
    const review = await visitor.post(path, { ...filled, at: 4, go: 'next' })
    expect(review.text).toContain('De är inte inlämnade än')
    expect(review.text).toContain('work, health')
    expect(await kept(wave)).toEqual([])

    const handedIn = await visitor.post(path, { ...filled, go: 'hand-in' })
    expect(handedIn.status).toBe(303)
    expect((await visitor.follow(handedIn)).text).toContain('Vi har tagit emot dina svar')
    await visitor.post(path, { ...filled, go: 'hand-in' })
    expect(await kept(wave)).toEqual([
      { how: 'phone', language: 'sv', answers: { needs: '4', help: 'work|health', hours: '7,5' } },
    ])
  })

  test('changes the answers on the same phone, until the wave closes', async () => {
    const wave = await aWave()
    const visitor = running.visitor()
    const { fields, path } = await begin(visitor, wave)
    await visitor.post(path, { ...fields, go: 'hand-in', 'answer-needs': '1' })
    expect((await visitor.get(linkOf(wave))).text).toContain('Du har redan svarat')
    const again = await begin(visitor, wave)
    await visitor.post(path, { ...again.fields, go: 'hand-in', 'answer-needs': '5' })
    expect((await kept(wave)).map(sheet => sheet.answers)).toEqual([{ needs: '5' }])
    await close(wave)
    const late = await visitor.post(path, { ...again.fields, go: 'hand-in', 'answer-needs': '2' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Enkäten är stängd')
    expect((await kept(wave)).map(sheet => sheet.answers)).toEqual([{ needs: '5' }])
  })

  test('gets the page back with what was entered when it cannot be taken', async () => {
    const wave = await aWave()
    const visitor = running.visitor()
    const { fields, path } = await begin(visitor, wave)
    const wrong = await visitor.post(path, {
      ...fields,
      at: 3,
      go: 'next',
      'answer-needs': '2',
      'answer-hours': 'många',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Skriv ett tal med siffror.')
    expect(wrong.html).toContain('value="många"')
    expect(wrong.html).toMatch(/value="2" checked/)
    const handedIn = await visitor.post(path, { ...fields, go: 'hand-in', 'answer-hours': '61' })
    expect(handedIn.status).toBe(422)
    expect(handedIn.text).toContain('Skriv ett tal från 0 till 60.')
    const stranger = await visitor.post(path, { ...fields, go: 'hand-in', 'answer-nobody-asked': 'x' })
    expect(stranger.status).toBe(422)
    expect(await kept(wave)).toEqual([])
  })

  test('is not let past a question that must be answered', async () => {
    const wave = await aWave('must')
    const visitor = running.visitor()
    const { page, fields, path } = await begin(visitor, wave)
    expect(page.text).toContain('måste besvaras')
    const stopped = await visitor.post(path, { ...fields, go: 'next' })
    expect(stopped.status).toBe(422)
    expect(stopped.text).toContain('Den här frågan måste besvaras.')
    expect((await visitor.post(path, { ...fields, go: 'next', 'answer-needs': 'vet inte' })).status).toBe(200)
  })

  test('is warned of a name in the text before it is handed in, and may hand in', async () => {
    const wave = await aWave()
    const visitor = running.visitor()
    const { fields, path } = await begin(visitor, wave)
    const told = { ...fields, at: 4, 'answer-tell': 'Anna Andersson ringde från 070-123 45 67.' }
    const review = await visitor.post(path, { ...told, go: 'next' })
    expect(review.html).toMatch(/class="answer-reveals" data-reveals="?(true)?"?>/)
    const calm = await visitor.post(path, { ...told, 'answer-tell': 'Det gick bra.', go: 'next' })
    expect(calm.html).not.toMatch(/<dd class="answer-reveals" data-reveals(="true")?>/)
    expect((await visitor.post(path, { ...told, go: 'hand-in' })).status).toBe(303)
    expect((await kept(wave))[0]?.answers.tell).toContain('Anna')
  })

  test('sees all questions on one page, and one at a time again, without losing an answer', async () => {
    const wave = await aWave()
    const visitor = running.visitor()
    const { fields, path } = await begin(visitor, wave)
    const all = await visitor.post(path, { ...fields, go: 'all', 'answer-needs': '3' })
    expect(all.html.match(/<div class="answer-step" data-step[^>]*hidden/g)).toBeNull()
    expect(all.html).toMatch(/value="3" checked/)
    const review = await visitor.post(path, { ...fields, view: 'all', go: 'check', 'answer-needs': '3' })
    expect(review.text).toContain('Dina svar')
  })
})

describe('who may not answer', () => {
  test('is met by a friendly page: unknown link, wave that is closed, page of another', async () => {
    const wave = await aWave()
    const other = await aWave()
    const visitor = running.visitor()
    const unknown = await visitor.get('/svara/abcdefghjkmn')
    expect([unknown.status, unknown.text]).toEqual([
      404,
      expect.stringContaining('Här finns ingen öppen enkät'),
    ])
    const { fields, path } = await begin(visitor, wave)
    // A right of another wave, under this one's name.
    const stranger = running.visitor()
    const theirs = await begin(stranger, other)
    stranger.cookies.set(
      `right-${wave.units[0]?.id}`,
      stranger.cookies.get(`right-${other.units[0]?.id}`) ?? '',
    )
    const refused = await stranger.post(path, { ...theirs.fields, go: 'hand-in', 'answer-needs': '1' })
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('Börja om')])
    expect((await running.visitor().post(path, { ...fields, go: 'hand-in' })).status).toBe(403)
    await close(wave)
    const closed = await visitor.get(linkOf(wave))
    expect([closed.status, closed.text]).toEqual([410, expect.stringContaining('Enkäten är stängd')])
    expect(await kept(wave)).toEqual([])
  })
})

describe('a code', () => {
  const code = (letter: string) => `${letter}bcdefghjkmn`

  test('lets its holder answer once, written as people write', async () => {
    const wave = await aWave('one-of-each', [code('a'), code('b')])
    expect((await running.visitor().get(linkOf(wave))).text).toContain('Du behöver en kod')
    const visitor = running.visitor()
    await visitor.get('/svara')
    const wrong = await visitor.post('/svara', { code: 'xxxx-xxxx-xxxx' })
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Koden stämmer inte')])
    expect(wrong.html).toContain('value="xxxx-xxxx-xxxx"')
    const entered = await visitor.post('/svara', { code: ' ABCD-EFGH jkmn', language: 'sv' })
    expect(entered.status).toBe(303)
    expect(entered.location).not.toContain('bcde')
    expect((await visitor.follow(entered)).text).toContain('Börja svara')
    const { fields, path } = await begin(visitor, wave)
    await visitor.post(path, { ...fields, go: 'hand-in', 'answer-needs': '1' })

    // The same code in the same browser is the same right; in another it is none.
    await visitor.post('/svara', { code: code('a') })
    const again = await begin(visitor, wave)
    await visitor.post(path, { ...again.fields, go: 'hand-in', 'answer-needs': '2' })
    const other = running.visitor()
    await other.get('/svara')
    const used = await other.post('/svara', { code: code('a') })
    expect([used.status, used.text]).toEqual([409, expect.stringContaining('redan använts')])

    // Another code in the first browser is another respondent.
    await visitor.post('/svara', { code: code('b') })
    expect((await visitor.get(linkOf(wave))).text).not.toContain('Du har redan svarat')
    const stale = await visitor.post(path, { ...again.fields, go: 'hand-in', 'answer-needs': '3' })
    expect(stale.status).toBe(403)
    const next = await begin(visitor, wave)
    await visitor.post(path, { ...next.fields, go: 'hand-in', 'answer-needs': '4' })
    expect((await kept(wave)).map(sheet => sheet.answers.needs)).toEqual(['2', '4'])
    expect(running.log.join('\n')).not.toContain('bcdefghjkmn')
  })
})

describe('a tablet in a waiting room', () => {
  test('gives each person a right of their own, and keeps nothing of the last', async () => {
    const wave = await aWave()
    const tablet = running.visitor()
    for (const answer of ['1', '2']) {
      await tablet.get(`${linkOf(wave)}/surfplatta`)
      const { fields, path } = await begin(tablet, wave, '/surfplatta')
      const handedIn = await tablet.post(path, { ...fields, go: 'hand-in', 'answer-needs': answer })
      expect(tablet.cookies.size).toBe(0)
      const thanks = await tablet.follow(handedIn)
      expect(thanks.html).toContain(`<meta http-equiv="refresh" content="15;url=${linkOf(wave)}/surfplatta"`)
      // The page of the one before, sent again by the next.
      expect((await tablet.post(path, { ...fields, go: 'hand-in', 'answer-needs': '5' })).status).toBe(403)
    }
    expect(await kept(wave)).toEqual([
      { how: 'tablet', language: 'sv', answers: { needs: '1' } },
      { how: 'tablet', language: 'sv', answers: { needs: '2' } },
    ])
  })

  test('forgets who began and walked away', async () => {
    const wave = await aWave()
    const tablet = running.visitor()
    await begin(tablet, wave, '/surfplatta')
    expect(tablet.cookies.size).toBe(1)
    await tablet.get(`${linkOf(wave)}/surfplatta`)
    expect(tablet.cookies.size).toBe(0)
  })
})
