import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aConference, type BuiltConference } from '../../src/modules/conference/builders.ts'
import { newNonce } from '../../src/platform/anonymous/right.ts'
import { aBrowsedProgram, type BrowsedProgram, checkAccessibility, checkWidth } from '../support/browser.ts'
import type { Visitor } from '../support/test-program.ts'

let program: BrowsedProgram
beforeAll(async () => {
  program = await aBrowsedProgram()
})
afterAll(() => program.close())

const decided = () =>
  aConference(program)
    .withItems([
      { wording: 'Deltagaren har inflytande över sin rehabiliteringsplanering och uppföljningssamtalen' },
      {},
      {},
      {},
    ])
    .withExperts(12)
    .withRules([
      { accept: { top: 2 }, drop: { below: { numerator: 1, denominator: 4 } } },
      { items: { keptFrom: [1] }, ballot: 'rating-1-9', accept: { top: 1 }, drop: 'rest', protocol: 'core' },
    ])
    .open(1)
    .voted(place => ({ 1: 'yes', 2: 'yes', 3: place < 5 ? 'yes' : 'no', 4: place < 4 ? 'yes' : 'no' }))
    .close(1)
    .publish(1)
    .open(2)
    .voted(place => ({ 3: 9 - (place % 3), 4: 1 + (place % 9) }))
    .close(2)
    .publish(2)
    .build()

/** A browser in which the conference's process leader has logged in. */
async function aLeader(built: BuiltConference<Visitor>, width: number, javaScriptEnabled = true) {
  const phone = await program.aPhone({ viewport: { width, height: 900 }, javaScriptEnabled })
  const cookies = [...built.leader.cookies].map(([name, value]) => ({ name, value, url: program.address }))
  await phone.context.addCookies(cookies)
  return phone
}

async function answered(built: BuiltConference<Visitor>, comment: string) {
  const { boxes } = program.program
  const boxId = await built.evaluate()
  for (const expert of built.experts.slice(0, 7)) {
    const right = await boxes.take({ room: 'public', id: expert.id, associations: [] }, boxId, newNonce())
    if (!right.ok) throw new Error(right.refusal)
    await boxes.handIn(boxId, right.value, { heard: 'good', result: 'fair', comment })
  }
}

const themes = ['light', 'dark'] as const

/** A conference in two windows, a phone in the light and a desk in the dark. `look` checks a page of it in both. */
async function lookedOver() {
  const built = await decided()
  const windows = [await aLeader(built, 320), await aLeader(built, 1280)]
  return {
    built,
    windows,
    complaints: () => windows.flatMap(window => window.complaints),
    look: async (path: string) => {
      for (const [place, { page }] of windows.entries()) {
        await page.goto(`/conferences/${built.id}/${path}`)
        await checkWidth(page)
        await checkAccessibility(page, [themes[place] ?? 'light'])
      }
    },
  }
}

describe('after the conference, in a browser', () => {
  test('a process leader without script closes the evaluation, publishes and corrects the report', async () => {
    const built = await decided()
    await answered(built, 'Tack för kaffet')
    const { page } = await aLeader(built, 390, false)
    await page.goto(`/conferences/${built.id}/evaluation`)
    await page.getByText('Stäng utvärderingen…').click()
    await page.getByRole('button', { name: 'Stäng utvärderingen', exact: true }).click()
    await page.getByText('Tack för kaffet').first().waitFor()

    await page.goto(`/conferences/${built.id}/accord`)
    await page.getByLabel('Er text (M1)').fill('Inte registrerad.')
    await page.getByRole('button', { name: 'Spara det ni har skrivit' }).first().click()
    expect(await page.getByLabel('Er text (M1)').inputValue()).toBe('Inte registrerad.')

    await page.goto(`/conferences/${built.id}/report`)
    await page.getByLabel('Jag har läst igenom rapporten').check()
    await page.getByRole('button', { name: 'Publicera rapporten' }).click()
    await page.getByText('Publicerad', { exact: false }).first().waitFor()
    await page.getByLabel('Vad var fel, och vad är rätt?').fill('Platsen var Falun.')
    await page.getByLabel('Varför blev det fel?').fill('Vi skrev fel.')
    await page.getByRole('button', { name: 'Lägg till rättelsen' }).click()
    await page.getByRole('heading', { name: 'Rättelser efter publiceringen' }).waitFor()

    const reader = await program.aPhone()
    await reader.page.goto(`/conferences/${built.id}/report`)
    await reader.page.getByText('Platsen var Falun. Vi skrev fel.').waitFor()
    expect(await reader.page.getByRole('button', { name: 'Lägg till rättelsen' }).count()).toBe(0)
  })

  test('the evaluation and the checklist have nothing for axe to find, from 320 px up', async () => {
    const { built, look, complaints } = await lookedOver()
    await look('evaluation')
    await answered(built, 'Ett längre svar\nmed två rader')
    await look('evaluation')
    await built.leader.post(`/conferences/${built.id}/evaluation/close`)
    await look('evaluation')
    await look('accord')
    expect(complaints()).toEqual([])
  }, 120_000)

  test('the report has nothing for axe to find, folded or open, as a draft and published', async () => {
    const { built, look, windows, complaints } = await lookedOver()
    await look('report')
    for (const [place, { page }] of windows.entries()) {
      for (const part of await page.locator('details > summary').all()) await part.click()
      await checkWidth(page)
      await checkAccessibility(page, [themes[place] ?? 'light'])
    }
    await built.leader.post(`/conferences/${built.id}/publish`, { confirm: 'yes' })
    await look('report')
    expect(complaints()).toEqual([])
  }, 120_000)

  test('folded tables are on the paper', async () => {
    const built = await decided()
    const { page } = await aLeader(built, 1280)
    await page.goto(`/conferences/${built.id}/report`)
    const wording = page.getByRole('table', { name: 'Alla förslag och hur det gick för dem' })
    expect(await wording.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await wording.isVisible()).toBe(true)
  })
})
