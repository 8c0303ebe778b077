import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aConference } from '../../src/modules/conference/builders.ts'
import { aBrowsedProgram, type BrowsedProgram } from '../support/browser.ts'

let program: BrowsedProgram
beforeAll(async () => {
  program = await aBrowsedProgram()
})
afterAll(() => program.close())

describe('the console', () => {
  test('keeps open what was opened before its first live message', async () => {
    const built = await aConference(program).withItems(3).withExperts(2).build()
    const { page, context } = await program.aPhone({ viewport: { width: 1280, height: 900 } })
    await page.goto('/log-in')
    await page.getByRole('button', { name: /processledare/ }).click()
    let letThrough = () => {}
    const held = new Promise<void>(resolve => {
      letThrough = resolve
    })
    await context.route('**/events/console', async route => {
      await held
      await route.continue()
    })
    await page.goto(`/conferences/${built.id}/lead`)
    await page.locator('summary', { hasText: 'Öppna omröstningen' }).click()
    letThrough()
    // The region says that it follows as soon as the first message has been drawn.
    await page.getByText('Sidan följer med av sig själv.').waitFor()
    expect(await page.locator('details#open').evaluate(one => (one as HTMLDetailsElement).open)).toBe(true)
  })
})
