import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aConference, type BuiltConference } from '../../src/modules/conference/builders.ts'
import { newNonce } from '../../src/platform/anonymous/right.ts'
import {
  aBrowsedProgram,
  type BrowsedProgram,
  checkAccessibility,
  checkWidth,
  type Phone,
} from '../support/browser.ts'
import type { Visitor } from '../support/test-program.ts'

let program: BrowsedProgram
beforeAll(async () => {
  program = await aBrowsedProgram()
})
afterAll(() => program.close())

/** A window of this width, with the session of somebody who is in already. */
async function aWindow(who: Visitor, width: number, javaScriptEnabled = true): Promise<Phone> {
  const phone = await program.aPhone({ viewport: { width, height: 900 }, javaScriptEnabled })
  await phone.context.addCookies(
    [...who.cookies].map(([name, value]) => ({ name, value, url: program.address })),
  )
  return phone
}

const themes = { 320: 'light', 390: 'light', 1280: 'dark' } as const

/** The page as it is now: nothing beside the window, nothing that axe finds. */
async function checkPage(page: Page) {
  await checkWidth(page)
  const width = page.viewportSize()?.width
  await checkAccessibility(page, [themes[width as keyof typeof themes] ?? 'light'])
}

async function look(pages: readonly Page[], path: string) {
  for (const page of pages) {
    await page.goto(path)
    await checkPage(page)
  }
}

/** Two seats and one to fall: item 1 goes in, 2 and 3 tie for the other seat, and 4 and 5 for falling out. */
const tied = () =>
  aConference(program)
    .withItems([
      { wording: 'Rehabiliteringsplaneringen och arbetsförmågebedömningen görs tillsammans' },
      {},
      {},
      {},
      {},
    ])
    .withExperts(6)
    .withRules([
      { accept: { top: 2 }, drop: { bottom: 1 } },
      { items: { acceptedIn: [1] }, accept: { top: 1 }, drop: 'rest', protocol: 'core' },
    ])
    .open(1)
    .voted(place => ({
      1: 'yes',
      2: place < 4 ? 'yes' : 'no',
      3: place > 1 ? 'yes' : 'no',
      4: place === 0 ? 'yes' : 'no',
      5: place === 1 ? 'yes' : 'no',
    }))
    .build()

const leaders = async (built: BuiltConference<Visitor>) =>
  Promise.all([320, 1280].map(async width => (await aWindow(built.leader, width)).page))

async function confirm(page: Page, label: string) {
  await page.getByText(`${label}…`).click()
  await page.getByRole('button', { name: label, exact: true }).click()
}

describe('a tie at a cut', () => {
  test('is led to its end, and every page of it can be read on a phone and on a desk', async () => {
    const built = await tied()
    const conference = `/conferences/${built.id}`
    const round = `${conference}/rounds/1`
    const pages = await leaders(built)
    const leader = pages[1] as Page
    const expert = await built.enter(built.experts[0])
    const phones = await Promise.all([320, 390].map(async width => (await aWindow(expert, width)).page))
    const phone = phones[1] as Page

    await built.close(1)
    await look(pages, `${conference}/lead`)
    await look(pages, round)
    await look(pages, `${round}/deviate`)
    await look(pages, `${conference}/projector`)
    await look(phones, '/take-part')

    await leader.goto(`${conference}/lead`)
    await leader.getByLabel('Rösta om dem igen').check()
    await leader.getByRole('button', { name: 'Avgör så här' }).click()
    await leader.getByText('Särskiljande omröstning pågår').waitFor()
    await look(pages, `${conference}/lead`)
    await look(pages, `${conference}/projector`)
    await look(phones, '/take-part')
    await look(phones, '/take-part/vote')
    await phone.getByText('Det med mest stöd går in.').waitFor()
    await phone.getByRole('button', { name: 'Börja rösta' }).click()
    expect(await phone.locator('main fieldset').count()).toBe(2)
    await checkPage(phone)
    for (const [place, answer] of ['Ja', 'Nej'].entries())
      await phone.locator('main fieldset').nth(place).getByText(answer, { exact: true }).click()
    await phone.getByRole('button', { name: 'Lämna in' }).click()
    await phone.getByText(/Mottagen \d/).waitFor()

    await leader.goto(`${conference}/lead`)
    await leader.getByText('1 av 6').first().waitFor()
    await confirm(leader, 'Stäng den särskiljande omröstningen')
    await leader.getByText('Lika röstetal vid gränsen för att falla bort').waitFor()
    await look(pages, `${conference}/lead`)
    await leader.getByLabel('Låt inget av dem falla bort').check()
    await leader.getByRole('button', { name: 'Avgör så här' }).click()
    await confirm(leader, 'Publicera resultatet')

    await look(pages, round)
    await look(pages, `${conference}/projector`)
    await look(phones, '/take-part/results/1')
    expect(await phone.locator('main').textContent()).toMatch(
      /Experterna röstade igen om bara dem.*Inget av dem faller bort: 1 färre än regeln säger\./s,
    )
  }, 120_000)
})

describe('what goes otherwise than planned', () => {
  test('can be read on a phone and on a desk: a ballot handed out again, and a deviation', async () => {
    const built = await aConference(program)
      .withItems(4)
      .withExperts(6)
      .withRules([{ accept: { top: 2 }, drop: 'rest' }])
      .open(1)
      .build()
    const conference = `/conferences/${built.id}`
    const round = `${conference}/rounds/1`
    const pages = await leaders(built)
    const leader = pages[1] as Page
    const lost = await built.enter(built.experts[0])
    const phone = (await aWindow(lost, 390)).page
    await phone.goto('/take-part/vote')
    await phone.getByRole('button', { name: 'Börja rösta' }).click()

    await look(pages, `${round}/reissue`)
    await leader.getByRole('button', { name: 'Lämna ut valsedeln' }).click()
    await leader.getByText('2 saker behöver rättas').waitFor()
    await checkPage(leader)
    await leader.getByLabel('Vem behöver en ny valsedel?').selectOption({ index: 1 })
    await leader.getByLabel('Vad har hänt?').fill('Telefonen tappades i en sjö.')
    await leader.getByRole('button', { name: 'Lämna ut valsedeln' }).click()
    await leader.getByText('Experten kan nu hämta en ny valsedel.').waitFor()
    await checkPage(leader)

    for (const [place, expert] of built.experts.entries())
      await built.vote(expert, {
        1: 'yes',
        2: place < 5 ? 'yes' : 'no',
        3: place < 4 ? 'yes' : 'no',
        4: 'no',
      })
    await built.close(1)
    await leader.goto(`${round}/deviate`)
    await leader.getByRole('button', { name: 'Avgör med de här gränserna' }).click()
    await leader.locator('.error-summary').waitFor()
    await checkPage(leader)
    await leader.getByLabel('Hur många går in?').fill('3')
    await leader.getByLabel('Varför avviker ni från regeln?').fill('Tre förslag hade mycket starkt stöd.')
    await leader.getByRole('button', { name: 'Avgör med de här gränserna' }).click()
    await leader.getByText('Visa de 3 som går in').first().waitFor()
    await look(pages, `${conference}/lead`)
    await built.publish(1)
    await look(pages, round)
    await look(pages, conference)
    await look([phone], '/take-part/results/1')
  }, 120_000)
})

describe('small things', () => {
  test('a chosen answer keeps its word in one piece on a phone', async () => {
    const built = await aConference(program).withItems(2).build()
    const { page } = await aWindow(await built.enter(built.experts[0]), 390)
    await page.goto('/take-part/items')
    const choice = page.locator('fieldset').first().getByText('Kanske', { exact: true })
    await choice.click()
    // Each line that the word stands on is a box of its own.
    const lines = await choice.evaluate(words => {
      const range = document.createRange()
      range.selectNodeContents(words)
      return range.getClientRects().length
    })
    expect(lines).toBe(1)
  })

  test('how many have answered the evaluation comes by itself', async () => {
    const built = await aConference(program).withExperts(6).build()
    const boxId = await built.evaluate()
    const { page, complaints } = await aWindow(built.leader, 390)
    await page.goto(`/conferences/${built.id}/evaluation`)
    await page.getByText('Sidan följer med av sig själv.').waitFor()
    const { boxes } = program.program
    const holder = { room: 'public', id: built.experts[0]?.id ?? null, associations: [] } as const
    const right = await boxes.take(holder, boxId, newNonce())
    if (!right.ok) throw new Error(right.refusal)
    await boxes.handIn(boxId, right.value, { heard: 'good', comment: '' })
    await page.locator('.turnout', { hasText: '1 av 6 har svarat' }).waitFor()
    await checkPage(page)
    await built.leader.post(`/conferences/${built.id}/evaluation/close`)
    await page.getByRole('link', { name: 'Visa resultatet' }).waitFor()
    expect(complaints).toEqual([])
  })
})
