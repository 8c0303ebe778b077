import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aBrowsedProgram, type BrowsedProgram, checkAccessibility, checkWidth } from '../support/browser.ts'
import type { Visitor } from '../support/test-program.ts'

const data = join(import.meta.dirname, '..', '..', 'demo', 'conference-2014')
const expected = JSON.parse(readFileSync(join(data, 'expected.json'), 'utf8')) as {
  rounds: { accepted: number; dropped: number; kept: number }[]
  coreProtocol: { item: number; yes: number; of: number; percent: number }[]
}

/** Round → ballot → item → choice, as in ballots.csv. */
const ballots = new Map<number, Map<number, Map<number, string>>>()
for (const line of readFileSync(join(data, 'ballots.csv'), 'utf8').trim().split('\n').slice(1)) {
  const [round = 0, ballot = 0, item = 0] = line.split(',').map(Number)
  const papers = ballots.get(round) ?? new Map<number, Map<number, string>>()
  ballots.set(round, papers)
  const paper = papers.get(ballot) ?? new Map<number, string>()
  papers.set(ballot, paper)
  paper.set(item, line.split(',')[3] ?? '')
}

let program: BrowsedProgram
beforeAll(async () => {
  program = await aBrowsedProgram()
})
afterAll(() => program.close())

/** Each page is looked over once: as fit for a screen reader as for the eye, and no wider than its window. */
const looked = new Set<string>()
async function look(page: Page, as: string) {
  if (looked.has(as)) return
  looked.add(as)
  await checkAccessibility(page, ['light'])
  await checkWidth(page)
}

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name })

/** A voter whose browser runs no script, or who is no browser at all: pages and forms. */
async function voteByForm(voter: Visitor, paper: ReadonlyMap<number, string>) {
  const start = await voter.get('/take-part/vote')
  const box = start.html.match(/name="box" value="([^"]+)"/)?.[1] ?? ''
  const taken = await voter.post('/take-part/vote/right', { box })
  expect(taken.status).toBe(303)
  const page = await voter.follow(taken)
  const action = page.html.match(/action="(\/vote\/[^"]+)"/)?.[1] ?? ''
  const fields = Object.fromEntries([...paper].map(([item, choice]) => [`item-${item}`, choice]))
  expect((await voter.post(action, fields)).status).toBe(303)
}

/** With script: each answer is clicked in the page, and the page looked over. */
async function voteWithScript(page: Page, paper: ReadonlyMap<number, string>) {
  await page.goto('/take-part/vote')
  await look(page, 'vote start')
  await button(page, 'Börja rösta').click()
  await button(page, 'Lämna in').waitFor()
  await page.evaluate(
    marks => {
      for (const [item, choice] of marks)
        document.querySelector<HTMLInputElement>(`input[name="item-${item}"][value="${choice}"]`)?.click()
    },
    [...paper],
  )
  await look(page, 'ballot')
  await button(page, 'Lämna in').click()
  await page
    .getByText(/ottagen \d\d:\d\d/)
    .first()
    .waitFor()
}

/** Without script, and so without axe, which is one. What is left blank counts as not yes. */
async function voteWithoutScript(page: Page, paper: ReadonlyMap<number, string>) {
  await page.goto('/take-part/vote')
  await button(page, 'Börja rösta').click()
  for (const [item, choice] of paper) {
    if (choice === 'yes') await page.locator(`input[name="item-${item}"][value="yes"]`).check()
  }
  await button(page, 'Lämna in').click()
  await page
    .getByText(/ottagen \d\d:\d\d/)
    .first()
    .waitFor()
  await checkWidth(page)
}

describe('the conference of 2014', () => {
  test('is led from an empty conference to its published report', { timeout: 600_000 }, async () => {
    const { page: leader, complaints } = await program.aPhone({ viewport: { width: 1280, height: 900 } })

    // Prepare
    await leader.goto('/')
    await look(leader, 'start')
    await leader.goto('/log-in')
    await look(leader, 'log in')
    await button(leader, /processledare/).click()
    await leader.goto('/conferences/new')
    await leader.getByLabel('Namn').fill('Indikatorer för samverkan')
    await leader.getByLabel('Plats').fill('Linköping')
    await leader.getByLabel('Första dagen').fill('2026-05-12')
    await leader.getByLabel('Sista dagen').fill('2026-05-13')
    await leader.getByLabel('Information').fill('Vi ska enas om vad som visar att det blir bättre.')
    await look(leader, 'new conference')
    await button(leader, 'Skapa konferensen').click()
    await look(leader, 'hub')
    const conference = new URL(leader.url()).pathname

    await leader.goto(`${conference}/items/import`)
    await look(leader, 'import items')
    await leader.setInputFiles('input[type=file]', join(data, 'items.csv'))
    await leader.locator('main form button[type=submit]').last().click()
    await look(leader, 'preview items')
    await button(leader, /137/).click()
    await look(leader, 'items')

    await leader.goto(`${conference}/experts/import`)
    await leader.setInputFiles('input[type=file]', join(data, 'experts.csv'))
    await button(leader, 'Läs filen').click()
    await button(leader, 'Spara 24 experter').click()
    await look(leader, 'experts')

    await leader.goto(`${conference}/rounds`)
    await look(leader, 'rounds')
    await button(leader, /Använd planen.*2014/).click()

    await leader.goto(`${conference}/groups`)
    await look(leader, 'groups')
    await leader.locator('input[name=groups]').fill('4')
    await leader.locator('input[name=sittings]').fill('3')
    await leader.locator('main form button[type=submit]').first().click()
    await look(leader, 'groups made')
    expect(await leader.locator('main').textContent()).toContain('16')

    await leader.goto(`${conference}/experts`)
    await button(leader, /Skriv ut ett blad per expert/).click()
    await look(leader, 'sheets')
    const links = [...new Set((await leader.content()).match(/\/invitation\/[\w-]+/g))]
    expect(links).toHaveLength(24)

    // The experts come in: one phone with script, one without, the others by request. One stays away.
    const phone = await program.aPhone({ viewport: { width: 390, height: 844 } })
    const plain = await program.aPhone({ javaScriptEnabled: false })
    for (const [place, one] of [phone, plain].entries()) {
      await one.page.goto(links[place] ?? '')
      await look(one.page, 'invitation')
      await button(one.page, 'Öppna min inbjudan').click()
      await look(one.page, 'take part')
    }
    const others: Visitor[] = []
    for (const link of links.slice(2, 23)) {
      const visitor = program.visitor()
      expect((await visitor.post(link)).status).toBe(303)
      others.push(visitor)
    }

    // A room's screen follows by itself.
    const screen = await program.aPhone({ viewport: { width: 1280, height: 720 } })
    await screen.context.addCookies(await leader.context().cookies())
    await screen.page.goto(`${conference}/projector`)
    await look(screen.page, 'projector')

    // Five rounds
    for (const [place, sizes] of expected.rounds.entries()) {
      const round = place + 1
      const papers = ballots.get(round)
      await leader.goto(`${conference}/lead`)
      await look(leader, 'console')
      await leader.getByText('Öppna omröstningen').first().click()
      await button(leader, /^Öppna omröstningen$|^Ja, öppna/)
        .last()
        .click()
      await leader.getByText(/har hämtat sin valsedel/).waitFor()
      await look(leader, 'console open')

      await voteWithScript(phone.page, papers?.get(1) ?? new Map())
      await voteWithoutScript(plain.page, papers?.get(2) ?? new Map())
      for (const [index, voter] of others.entries())
        await voteByForm(voter, papers?.get(index + 3) ?? new Map())

      await leader.getByText(/23 av 24 har hämtat/).waitFor()
      await leader.getByText('Stäng omröstningen').first().click()
      await button(leader, /^Stäng omröstningen$|^Ja, stäng/)
        .last()
        .click()
      await leader.getByText('23 av 24 röstade').first().waitFor()
      await look(leader, 'console closed')

      // Nobody sees a result before it is published.
      const early = await program.visitor().get(`${conference}/rounds/${round}`)
      expect(early.status).toBe(404)
      expect((await others[0]?.get(`/take-part/results/${round}`))?.status).toBe(404)

      await leader.getByText('Publicera resultatet').first().click()
      await button(leader, /^Publicera resultatet$|^Ja, publicera/)
        .last()
        .click()
      await leader.goto(`${conference}/rounds/${round}`)
      await look(leader, 'result')
      const result = (await leader.locator('main').textContent()) ?? ''
      for (const count of [sizes.accepted, sizes.dropped]) expect(result).toContain(String(count))
      expect((await others[0]?.get(`/take-part/results/${round}`))?.status).toBe(200)
    }
    await phone.page.goto('/take-part/results/5')
    await look(phone.page, 'expert result')
    await leader.goto(`${conference}/rounds/5/what-if`)
    await look(leader, 'what if')

    // Evaluation, report, publishing
    await leader.goto(`${conference}/evaluation`)
    await look(leader, 'evaluation')
    await leader.goto(`${conference}/accord`)
    await look(leader, 'accord')
    expect((await program.visitor().get(`${conference}/report`)).status).toBe(404)
    await leader.goto(`${conference}/report`)
    await look(leader, 'report')
    await leader.locator('input[name=confirm]').check()
    await leader.locator(`form[action="${conference}/publish"] button`).click()
    await leader.waitForLoadState()

    const reader = await program.aPhone()
    await reader.page.goto(`${conference}/report`)
    await look(reader.page, 'public report')
    const report = (await reader.page.locator('main').textContent()) ?? ''
    for (const { yes, of, percent } of expected.coreProtocol) {
      expect(report).toContain(`${yes} av ${of}`)
      expect(report).toMatch(new RegExp(`${percent}\\s%`))
    }
    for (const link of links) expect(report).not.toContain(link)
    const pdf = await program.visitor().get(`${conference}/report.pdf`)
    expect(pdf.status).toBe(200)
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(complaints).toEqual([])
  })
})
