import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { anOpenWave, type BuiltWave, waveLeader } from '../../src/modules/surveys/builders.ts'
import { closeWave } from '../../src/modules/surveys/index.ts'
import { aBrowsedProgram, type BrowsedProgram, checkAccessibility, checkWidth } from '../support/browser.ts'
import { asked } from '../support/hall.ts'

let program: BrowsedProgram
beforeAll(async () => {
  program = await aBrowsedProgram()
})
afterAll(() => program.close())

/** Browsers share two processors with everything else. */
vi.setConfig({ testTimeout: 240_000 })
const eventually = <Value>(read: () => Promise<Value>) => expect.poll(read, { timeout: 20_000 })

const look = async (page: Page) => {
  await checkAccessibility(page)
  await checkWidth(page)
}

let year = 2050
const boxes = () => ({ database: program.test.database, sheets: program.program.sheets })
const aWave = (codes?: readonly string[]): Promise<BuiltWave> =>
  anOpenWave(boxes(), {
    questionnaire: 'mellanrum-participant',
    period: `${++year}-10`,
    ...(codes && { codes }),
  })
const linkOf = (wave: BuiltWave) => `/svara/${wave.units[0]?.link}`

const kept = (wave: BuiltWave) =>
  asked<{ how: string; language: string; answers: Record<string, string> }>(
    program.test.adminUrl,
    'select how, language, answers from surveys.sheet where wave_id = $1 order by language, answers::text',
    [wave.waveId],
  )

const status = (page: Page) => page.locator('#answer-status')
const stored = (page: Page) => page.evaluate(() => Object.keys(localStorage).length)

async function begin(page: Page, home: string, start = 'Börja svara') {
  await page.goto(home)
  await page.getByRole('button', { name: start, exact: true }).click()
  await page.locator('form#answers').waitFor()
}

describe('a phone of 320 px', () => {
  const words = [
    {
      language: 'sv',
      start: 'Börja svara',
      yes: 'Ja, helt',
      next: 'Nästa',
      skip: 'Hoppa över',
      handIn: 'Lämna in',
    },
    { language: 'en', start: 'Start', yes: 'Yes, completely', next: 'Next', skip: 'Skip', handIn: 'Hand in' },
    { language: 'ar', start: 'ابدأ', yes: 'نعم، تمامًا', next: 'التالي', skip: 'تخطٍّ', handIn: 'إرسال' },
  ]

  test('answers in Swedish, English and Arabic, each page fit for all', async () => {
    const wave = await aWave()
    for (const { language, start, yes, next, skip, handIn } of words) {
      const { page, complaints } = await program.aPhone()
      await page.goto(linkOf(wave))
      await page.locator(`nav a[lang="${language}"]`).click()
      await look(page)
      await page.getByRole('button', { name: start, exact: true }).click()
      await page.locator('form#answers').waitFor()
      await look(page)
      await page.getByLabel(yes, { exact: true }).first().check()
      await page.getByRole('button', { name: next, exact: true }).click()
      for (let question = 2; question <= 9; question++)
        await page.getByRole('button', { name: skip, exact: true }).click()
      await page.getByRole('textbox').fill('Anna Andersson, 070-123 45 67')
      await page.locator('.answer-step [data-reveals]:visible').waitFor()
      await look(page)
      await page.getByRole('button', { name: next, exact: true }).click()
      expect(await page.locator('dd[data-reveals]:visible').count()).toBe(1)
      await look(page)
      await page.getByRole('button', { name: handIn, exact: true }).click()
      await page.locator('[data-thanks]').waitFor()
      await look(page)
      expect(await stored(page)).toBe(0)
      expect(complaints).toEqual([])
    }
    expect((await kept(wave)).map(({ how, language, answers }) => [how, language, answers.needs])).toEqual([
      ['phone', 'ar', '5'],
      ['phone', 'en', '5'],
      ['phone', 'sv', '5'],
    ])
  })

  test('answers by keyboard alone, and a screen reader is at the question', async () => {
    const wave = await aWave()
    const { page } = await program.aPhone()
    await begin(page, linkOf(wave))
    for (let question = 1; question <= 10; question++) {
      await page.keyboard.press('Tab')
      if (question === 1) await page.locator('[data-step]:visible input').first().focus()
      if (question < 10) await page.keyboard.press('Space')
      await page.getByRole('button', { name: 'Nästa' }).focus()
      await page.keyboard.press('Enter')
      await eventually(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    }
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Dina svar')
    await page.getByRole('button', { name: 'Lämna in' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-thanks]').waitFor()
    expect(Object.keys((await kept(wave))[0]?.answers ?? {})).toHaveLength(9)
  })

  test('has everything still there after the page was closed, and nothing after it was handed in', async () => {
    const wave = await aWave()
    const { page, context } = await program.aPhone()
    await begin(page, linkOf(wave))
    await page.getByLabel('Delvis').first().check()
    await page.getByRole('button', { name: 'Nästa' }).click()
    expect(await status(page).textContent()).toBe('Sparat på telefonen. Inte inlämnat än.')
    await page.close()
    const again = await context.newPage()
    await begin(again, linkOf(wave))
    await again.getByText('Fråga 2 av 10').waitFor()
    await again.getByRole('button', { name: 'Tillbaka' }).click()
    expect(await again.getByLabel('Delvis').first().isChecked()).toBe(true)
    await again.getByRole('button', { name: 'Visa alla frågor på en sida' }).click()
    await again.getByRole('button', { name: 'Visa en fråga i taget' }).waitFor()
    await look(again)
    await again.getByRole('button', { name: 'Se dina svar' }).click()
    await again.getByRole('button', { name: 'Lämna in' }).click()
    await again.locator('[data-thanks]').waitFor()
    expect(await stored(again)).toBe(0)
    expect((await kept(wave)).map(sheet => sheet.answers)).toEqual([{ needs: '3' }])
  })
})

describe('reading aloud', () => {
  /** A voice as the system would have it; what it is given to say is noted. */
  const withVoice = (page: Page, language: string) =>
    page.addInitScript(lang => {
      const said: string[] = []
      Object.assign(window, { said })
      Object.assign(window.speechSynthesis, {
        getVoices: () => [{ lang, name: 'Voice', default: true, localService: true, voiceURI: 'voice' }],
        speak: (words: { text: string }) => said.push(words.text),
      })
      // Only a real voice may be given to an utterance.
      Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { set() {}, get: () => null })
    }, language)

  test('is offered where there is a voice for the language, and reads question and answers', async () => {
    const wave = await aWave()
    const { page, complaints } = await program.aPhone()
    await withVoice(page, 'sv-SE')
    await begin(page, linkOf(wave))
    await page.getByRole('button', { name: 'Läs upp' }).click()
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said)
    expect(said).toEqual([
      'Utgår stödet här från vad du behöver? Nej, inte alls. Lite. Delvis. Till stor del. Ja, helt. Vet inte',
    ])
    await page.getByRole('button', { name: 'Sluta läsa' }).waitFor()
    await look(page)
    expect(complaints).toEqual([])
  })

  test('is not offered in a language that there is no voice for', async () => {
    const wave = await aWave()
    const { page } = await program.aPhone()
    await withVoice(page, 'sv-SE')
    await begin(page, `${linkOf(wave)}?sprak=ar`, 'ابدأ')
    expect(await page.locator('[data-read]:visible').count()).toBe(0)
  })
})

describe('a phone that loses the network', () => {
  test('goes on from question to question, says so, and sends when the network is back', async () => {
    const wave = await aWave()
    const { page, context } = await program.aPhone()
    await begin(page, linkOf(wave))
    await context.setOffline(true)
    await page.getByLabel('Lite').first().check()
    for (let question = 1; question <= 10; question++)
      await page.getByRole('button', { name: 'Nästa' }).click()
    await page.getByRole('button', { name: 'Lämna in' }).click()
    await eventually(() => status(page).textContent()).toMatch(/^Ingen uppkoppling\. Svaren ligger kvar/)
    await context.setOffline(false)
    await page.locator('[data-thanks]').waitFor()
    expect((await kept(wave)).map(sheet => sheet.answers)).toEqual([{ needs: '2' }])
  })

  test('sends also when the page was closed meanwhile and the link opened again', async () => {
    const wave = await aWave()
    const { page, context } = await program.aPhone()
    await begin(page, linkOf(wave))
    await page.getByLabel('Delvis').first().check()
    for (let question = 1; question <= 10; question++)
      await page.getByRole('button', { name: 'Nästa' }).click()
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Lämna in' }).click()
    await eventually(() => status(page).textContent()).toMatch(/^Ingen uppkoppling/)
    await page.close()
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto(linkOf(wave))
    await again.locator('[data-thanks]').waitFor()
    expect((await kept(wave)).map(sheet => sheet.answers)).toEqual([{ needs: '3' }])
  })

  test('counts once when the answer got lost on the way', async () => {
    const wave = await aWave()
    const { page } = await program.aPhone()
    await begin(page, linkOf(wave))
    let lost = 0
    await page.route('**/fragor', async route => {
      if (route.request().method() !== 'POST' || lost >= 2) return route.continue()
      lost++
      await route.fetch()
      return route.abort('connectionreset')
    })
    for (let question = 1; question <= 10; question++)
      await page.getByRole('button', { name: 'Hoppa över' }).click()
    await page.getByRole('button', { name: 'Lämna in' }).click()
    await page.locator('[data-thanks]').waitFor()
    expect(lost).toBe(2)
    expect(await kept(wave)).toHaveLength(1)
  })

  test('is told when the wave has closed meanwhile', async () => {
    const wave = await aWave()
    const { page } = await program.aPhone()
    await begin(page, linkOf(wave))
    for (let question = 1; question <= 10; question++)
      await page.getByRole('button', { name: 'Hoppa över' }).click()
    await program.test.database.write(waveLeader, trx =>
      closeWave(trx, waveLeader, program.program.sheets, { waveId: wave.waveId }),
    )
    await page.getByRole('button', { name: 'Lämna in' }).click()
    await eventually(() => status(page).textContent()).toBe('Enkäten är stängd. Svaren togs inte emot.')
    await page.goto(linkOf(wave))
    await look(page)
  })
})

describe('a browser without script', () => {
  test('goes through all questions, is warned, changes an answer and hands in', async () => {
    const wave = await aWave()
    const { page } = await program.aPhone({ javaScriptEnabled: false })
    await begin(page, linkOf(wave))
    await page.getByLabel('Lite').first().check()
    for (let question = 1; question <= 9; question++)
      await page.getByRole('button', { name: 'Nästa' }).click()
    await page.getByRole('textbox').fill('Anna Andersson hjälpte mig.')
    await page.getByRole('button', { name: 'Nästa' }).click()
    expect(await page.locator('dd[data-reveals]:visible').count()).toBe(1)
    await checkWidth(page)
    await page.getByRole('button', { name: /^Ändra.*Utgår stödet/ }).click()
    await page.getByLabel('Ja, helt').first().check()
    await page.getByRole('button', { name: 'Till dina svar' }).click()
    await page.getByRole('button', { name: 'Lämna in' }).click()
    await page.getByText('Vi har tagit emot dina svar').waitFor()
    expect((await kept(wave)).map(sheet => sheet.answers)).toEqual([
      { needs: '5', tell: 'Anna Andersson hjälpte mig.' },
    ])
  })
})

describe('a code', () => {
  test('comes from the QR code without being sent in an address', async () => {
    const wave = await aWave(['abcdefghjkmn'])
    const { page, complaints } = await program.aPhone()
    await page.goto('/svara')
    await look(page)
    await page.goto(linkOf(wave))
    await look(page)
    await page.goto('/svara?sprak=sv#abcd-efgh-jkmn')
    await eventually(() => page.getByLabel('Din kod').inputValue()).toBe('abcd-efgh-jkmn')
    expect(page.url()).not.toContain('abcd')
    await page.getByRole('button', { name: 'Fortsätt' }).click()
    await page.getByRole('button', { name: 'Börja svara' }).waitFor()
    expect(complaints.filter(one => !/status of 403/.test(one))).toEqual([])
  })
})

describe('a tablet in a waiting room', () => {
  test('begins anew after thanks, with nothing of the last person, also on the way back', async () => {
    const wave = await aWave()
    const home = `${linkOf(wave)}/surfplatta`
    const { page, context } = await program.aPhone({ viewport: { width: 820, height: 1180 } })
    await begin(page, home)
    await look(page)
    await page.getByLabel('Ja, helt').first().check()
    for (let question = 1; question <= 10; question++)
      await page.getByRole('button', { name: 'Nästa' }).click()
    await page.getByRole('button', { name: 'Lämna in' }).click()
    await page.locator('[data-thanks]').waitFor()
    await look(page)
    expect(await stored(page)).toBe(0)
    await page.getByRole('button', { name: 'Börja svara' }).waitFor({ timeout: 25_000 })
    expect((await context.cookies()).filter(cookie => /^(tablet|right|received)/.test(cookie.name))).toEqual(
      [],
    )
    await page.goBack()
    expect(
      await page
        .getByLabel('Ja, helt')
        .first()
        .isChecked()
        .catch(() => false),
    ).toBe(false)
    expect((await kept(wave)).map(sheet => sheet.how)).toEqual(['tablet'])
  })

  test('begins anew when somebody has walked away', async () => {
    const wave = await aWave()
    const home = `${linkOf(wave)}/surfplatta`
    const { page } = await program.aPhone()
    await page.clock.install()
    await begin(page, home)
    await page.getByLabel('Ja, helt').first().check()
    await page.clock.fastForward(89_000)
    expect(page.url()).toContain('/fragor')
    await page.clock.fastForward(2_000)
    await page.getByRole('button', { name: 'Börja svara' }).waitFor()
    await begin(page, home)
    expect(await page.locator('input:checked').count()).toBe(0)
  })
})
