import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aConference, type BuiltConference } from '../../src/modules/conference/builders.ts'
import { aBrowsedProgram, type BrowsedProgram, checkAccessibility, checkWidth } from '../support/browser.ts'
import type { Visitor } from '../support/test-program.ts'

let program: BrowsedProgram
beforeAll(async () => {
  program = await aBrowsedProgram()
})
afterAll(() => program.close())

/** Browsers share two processors with everything else. */
vi.setConfig({ testTimeout: 120_000 })
const eventually = <Value>(read: () => Promise<Value>) => expect.poll(read, { timeout: 20_000 })

const look = async (page: Page) => {
  await checkAccessibility(page)
  await checkWidth(page)
}

const aVote = () => aConference(program).withItems(30).withExperts(5).open(1)

/** The phone of the expert, with the ballot before it. */
async function phoneWithBallot(
  built: BuiltConference<Visitor>,
  options: Parameters<BrowsedProgram['aPhone']>[0] = {},
  place = 0,
) {
  const phone = await program.aPhone(options)
  const { page } = phone
  await page.goto(`/invitation/${built.experts[place]?.token}`)
  await page.getByRole('button', { name: 'Öppna min inbjudan' }).click()
  await page.goto('/take-part/vote')
  await page.getByRole('button', { name: 'Börja rösta' }).click()
  await page.getByRole('button', { name: 'Lämna in' }).waitFor()
  return phone
}

const choose = (page: Page, item: number, choice: 'Ja' | 'Nej' | 'Avstår') =>
  page
    .getByRole('radiogroup', { name: new RegExp(`^${item}\\. `) })
    .getByLabel(choice)
    .check()

const status = (page: Page) => page.locator('#ballot-status')

/** How many ballots are in the box, and yes for each item after the close. */
async function counted(
  built: BuiltConference<Visitor>,
): Promise<{ voted: number; yes: Record<number, number> }> {
  await built.close(1)
  const rows = await built.write(trx =>
    trx
      .selectFrom('conference.item_count')
      .select(['item', 'votes'])
      .where('conference_id', '=', built.id)
      .where('stratum', '=', '')
      .where('choice', '=', 'yes')
      .execute(),
  )
  const voted = (await built.rounds())[0]?.stored.voted ?? 0
  return { voted, yes: Object.fromEntries(rows.map(row => [row.item, row.votes])) }
}

describe('a phone of 320 px', () => {
  test('goes from the invitation to a received ballot, each page fit for all', async () => {
    const built = await aVote().build()
    const { page, complaints } = await program.aPhone()
    await page.goto(`/invitation/${built.experts[0]?.token}`)
    await look(page)
    await page.getByRole('button', { name: 'Öppna min inbjudan' }).click()
    expect(page.url()).toContain('/take-part')
    await look(page)
    await page.getByRole('link', { name: 'Rösta', exact: true }).last().click()
    await look(page)
    await page.getByRole('button', { name: 'Börja rösta' }).click()
    await choose(page, 1, 'Ja')
    await choose(page, 30, 'Nej')
    expect(await page.locator('#ballot-count').textContent()).toBe('2 av 30 besvarade')
    expect(await status(page).textContent()).toBe('Sparat på telefonen. Inte inlämnat än.')
    await look(page)
    await page.getByRole('button', { name: 'Lämna in' }).click()
    await eventually(() => status(page).textContent()).toMatch(/^Mottagen \d\d:\d\d\./)
    await choose(page, 2, 'Ja')
    expect(await status(page).textContent()).toMatch(/^Ändrat\. Det du lämnade in \d\d:\d\d gäller/)
    await page.getByRole('button', { name: 'Lämna in' }).click()
    await eventually(() => status(page).textContent()).toMatch(/^Mottagen/)
    await page.reload()
    await look(page)
    expect(await page.getByText(/Din röst är mottagen \d\d:\d\d\./).count()).toBe(1)
    expect(complaints).toEqual([])
    expect(await counted(built)).toEqual({ voted: 1, yes: { 1: 1, 2: 1 } })
  })

  test('votes by keyboard alone, and the focus is never under the bar', async () => {
    const built = await aVote().build()
    const { page } = await phoneWithBallot(built)
    await page.getByRole('radiogroup', { name: /^1\. / }).getByLabel('Ja').focus()
    for (let item = 1; item <= 30; item++) {
      await page.keyboard.press('Space')
      const isSeen = await page.evaluate(() => {
        const focused = document.activeElement?.getBoundingClientRect()
        const bar = document.querySelector('.action-bar')?.getBoundingClientRect()
        return focused !== undefined && bar !== undefined && focused.bottom <= bar.top && focused.top >= 0
      })
      expect(isSeen, `item ${item}`).toBe(true)
      await page.keyboard.press('Tab')
    }
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Lämna in')
    await page.keyboard.press('Enter')
    await eventually(() => status(page).textContent()).toMatch(/^Mottagen/)
    expect((await counted(built)).yes[30]).toBe(1)
  })

  test('has what was filled in, and the place, after the page was closed', async () => {
    const built = await aVote().build()
    const { page, context } = await phoneWithBallot(built)
    await choose(page, 20, 'Avstår')
    await eventually(() => status(page).textContent()).toBe('Sparat på telefonen. Inte inlämnat än.')
    const before = await page.evaluate(() => window.scrollY)
    expect(before).toBeGreaterThan(1000)
    await page.close()
    const again = await context.newPage()
    await again.goto('/take-part/vote')
    await eventually(() =>
      again
        .getByRole('radiogroup', { name: /^20\. / })
        .getByLabel('Avstår')
        .isChecked(),
    ).toBe(true)
    await eventually(() => again.evaluate(() => window.scrollY)).toBe(before)
    expect(await counted(built)).toEqual({ voted: 0, yes: {} })
  })

  test('keeps nothing of a ballot that belonged to another vote', async () => {
    const built = await aVote().build()
    const { page } = await phoneWithBallot(built)
    await page.evaluate(() => localStorage.setItem('ballot of-last-year', '{"marks":"item-1=yes"}'))
    await page.reload()
    await eventually(() => page.evaluate(() => localStorage.getItem('ballot of-last-year'))).toBe(null)
  })

  test('is told when the vote closes, and still shows what was filled in', async () => {
    const built = await aVote().build()
    const { page } = await phoneWithBallot(built)
    await choose(page, 1, 'Ja')
    await built.close(1)
    await eventually(() => status(page).textContent()).toBe(
      'Omröstningen är stängd. Det som inte var inlämnat räknas inte.',
    )
    expect(await page.getByRole('radiogroup', { name: /^1\. / }).getByLabel('Ja').isChecked()).toBe(true)
  })

  test('sees what happens now by itself, and is told once', async () => {
    const built = await aConference(program).withItems(2).withExperts(5).build()
    const { page, complaints } = await program.aPhone()
    await page.goto(`/invitation/${built.experts[0]?.token}`)
    await page.getByRole('button', { name: 'Öppna min inbjudan' }).click()
    await page.getByText('Konferensen har inte börjat').waitFor()
    await built.open(1)
    await page.getByRole('heading', { name: 'Omröstning 1 är öppen' }).waitFor()
    await look(page)
    await built.close(1)
    await page.getByRole('heading', { name: 'Omröstning 1 är stängd' }).waitFor()
    await built.publish(1)
    await page.getByRole('link', { name: 'Resultatet av omröstning 1' }).click()
    await look(page)
    expect(complaints).toEqual([])
  })
})

describe('a phone that loses the network', () => {
  test('keeps the ballot, says so, and sends it when the network is back', async () => {
    const built = await aVote().build()
    const { page, context } = await phoneWithBallot(built)
    await choose(page, 1, 'Ja')
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Lämna in' }).click()
    await eventually(() => status(page).textContent()).toBe(
      'Ingen uppkoppling. Valsedeln ligger kvar på telefonen och skickas när nätet är tillbaka. Låt sidan vara öppen.',
    )
    // What is changed while it waits goes with it.
    await choose(page, 2, 'Ja')
    await context.setOffline(false)
    await eventually(() => status(page).textContent()).toMatch(/^Mottagen/)
    expect(await counted(built)).toEqual({ voted: 1, yes: { 1: 1, 2: 1 } })
  })

  test('sends the ballot also when the page was closed meanwhile and opened again', async () => {
    const built = await aVote().build()
    const { page, context } = await phoneWithBallot(built)
    await choose(page, 3, 'Ja')
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Lämna in' }).click()
    await eventually(() => status(page).textContent()).toMatch(/^Ingen uppkoppling/)
    await page.close()
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto('/take-part/vote')
    await eventually(() => status(again).textContent()).toMatch(/^Mottagen/)
    expect(await counted(built)).toEqual({ voted: 1, yes: { 3: 1 } })
  })

  test('counts once when the answer got lost on the way', async () => {
    const built = await aVote().build()
    const { page } = await phoneWithBallot(built)
    await choose(page, 1, 'Ja')
    let lost = 0
    await page.route('**/vote/*', async route => {
      if (lost >= 2) return route.continue()
      lost++
      await route.fetch()
      return route.abort('connectionreset')
    })
    await page.getByRole('button', { name: 'Lämna in' }).click()
    await eventually(() => status(page).textContent()).toMatch(/^Mottagen/)
    expect(lost).toBe(2)
    expect(await counted(built)).toEqual({ voted: 1, yes: { 1: 1 } })
  })
})

describe('a browser without script', () => {
  const noScript = { javaScriptEnabled: false }

  test('votes, reads when it was received, and changes the vote', async () => {
    const built = await aVote().build()
    const { page } = await phoneWithBallot(built, noScript)
    await choose(page, 1, 'Ja')
    await page.getByRole('button', { name: 'Lämna in' }).click()
    expect(await page.getByText(/Din röst är mottagen \d\d:\d\d\./).count()).toBe(1)
    await checkWidth(page)
    await choose(page, 2, 'Ja')
    await page.getByRole('button', { name: 'Lämna in' }).click()
    expect(await counted(built)).toEqual({ voted: 1, yes: { 2: 1 } })
  })

  test('has everything still filled in when something was wrong', async () => {
    const built = await aConference(program)
      .withItems(5)
      .withExperts(5)
      .withRules([{ ballot: { choose: 2 }, accept: { top: 2 }, drop: 'rest' }])
      .open(1)
      .build()
    const { page } = await phoneWithBallot(built, noScript)
    for (const item of [1, 3, 5]) await page.getByLabel(new RegExp(`^${item}\\. `)).check()
    await page.getByRole('button', { name: 'Lämna in' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Du har valt 3. Välj högst 2: ta bort 1.')
    expect(await page.getByLabel(/^5\. /).isChecked()).toBe(true)
    await page.getByLabel(/^5\. /).uncheck()
    await page.getByRole('button', { name: 'Lämna in' }).click()
    expect(await counted(built)).toEqual({ voted: 1, yes: { 1: 1, 3: 1 } })
  })
})

describe('every page of an expert', () => {
  test('is fit for all: items, group, ballots of each form, evaluation, and what went wrong', async () => {
    const built = await aConference(program)
      .withItems(6)
      .withExperts(5)
      .seated([
        [
          [0, 1],
          [2, 3, 4],
        ],
      ])
      .withRules([
        { ballot: 'rating-1-9', accept: 'rand', drop: 'rand', shareOf: 'stands' },
        { ballot: { choose: 2 }, accept: { top: 2 }, drop: 'rest' },
      ])
      .build()
    const { page, complaints } = await program.aPhone()
    await page.goto('/take-part')
    await look(page)
    await page.goto('/invitation/wrong')
    await look(page)
    await page.goto(`/invitation/${built.experts[0]?.token}`)
    await page.getByRole('button', { name: 'Öppna min inbjudan' }).click()

    await page.goto('/take-part/items')
    await page.getByRole('radiogroup', { name: /^1\. / }).getByLabel('Viktigt').check()
    await eventually(() => page.locator('#preparation-status').textContent()).toMatch(/^Sparat \d\d:\d\d\./)
    expect(await page.locator('#preparation-count').textContent()).toBe('1 av 6 markerade')
    await look(page)
    await page.goto('/take-part/items?show=unmarked')
    expect(await page.getByRole('radiogroup').count()).toBe(5)

    await page.goto('/take-part/group')
    await page.getByRole('button', { name: 'Spara argumentet' }).click()
    await look(page)
    await page.getByLabel('Förslag').selectOption('2')
    await page.getByLabel('Emot').check()
    await page.getByLabel('Argumentet, i en eller två meningar').fill('Det mäts redan.')
    await page.getByRole('button', { name: 'Spara argumentet' }).click()
    await page.getByText('Argumentet är sparat.').waitFor()
    await look(page)

    await page.goto('/take-part/vote')
    await look(page)
    await built.open(1)
    await page.goto('/take-part/vote')
    await page.getByRole('button', { name: 'Börja rösta' }).click()
    await page.getByText('Hemma markerade du: viktigt').waitFor()
    await page.getByText('Gruppernas argument (1)').click()
    await look(page)
    await built.close(1)
    await built.publish(1)
    await built.open(2)
    await page.goto('/take-part/vote')
    await page.getByRole('button', { name: 'Börja rösta' }).click()
    for (const item of [1, 2, 3]) await page.getByLabel(new RegExp(`^${item}\\. `)).check()
    expect(await page.locator('#ballot-count').textContent()).toBe(
      '3 valda av högst 2. Ta bort 1 innan du lämnar in.',
    )
    await page.getByRole('button', { name: 'Lämna in' }).click()
    await page.getByText('Valsedeln är inte inlämnad än').waitFor()
    await look(page)

    await built.evaluate()
    await page.goto('/take-part/evaluation')
    await look(page)
    await page.getByRole('button', { name: 'Börja svara' }).click()
    await page.getByRole('button', { name: 'Lämna in mina svar' }).click()
    await look(page)
    await page.getByLabel('Delvis', { exact: true }).check()
    await page.getByRole('button', { name: 'Lämna in mina svar' }).click()
    await page.getByText(/Tack! Dina svar är mottagna/).waitFor()
    await look(page)
    // The browser itself notes each answer that says no.
    expect(complaints.filter(one => !/status of (403|404|409|422)/.test(one))).toEqual([])
  })
})
