import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  aBrowsedProgram,
  type BrowsedProgram,
  checkAccessibility,
  checkWidth,
  type Phone,
} from '../support/browser.ts'

let program: BrowsedProgram
beforeAll(async () => {
  program = await aBrowsedProgram()
})
afterAll(() => program.close())

/** A window of the process leader's. */
async function aWindow(width: number, javaScriptEnabled = true): Promise<Phone> {
  const leader = await program.as('process-leader')
  const phone = await program.aPhone({ viewport: { width, height: 900 }, javaScriptEnabled })
  await phone.context.addCookies(
    [...leader.cookies].map(([name, value]) => ({ name, value, url: program.address })),
  )
  return phone
}

describe('the pages of indicators', () => {
  test.each([320, 390, 1280])(
    'can be read in a window of %i pixels, in light and dark',
    async width => {
      const { page, complaints } = await aWindow(width)
      await page.goto('/indicators')
      const report = await page.locator('a[href$="/report"]').first().getAttribute('href')
      for (const path of [
        '/indicators',
        '/indicators/1?group=participant',
        '/indicators/10?group=board',
        '/indicators/41',
        report ?? '',
        '/indicators/sharing',
        '/open-data',
      ]) {
        await page.goto(path)
        await checkWidth(page)
        await checkAccessibility(page)
      }
      expect(complaints).toEqual([])
    },
    120_000,
  )

  test('lead from the board to why a figure is as it is, and to its report, without script', async () => {
    const { page } = await aWindow(390, false)
    await page.goto('/indicators')
    await page.getByRole('link', { name: 'Varför den här siffran? Indikator 5', exact: true }).click()
    await page.getByRole('heading', { name: 'Varför den här siffran?' }).waitFor()
    expect(page.url()).toContain('#why')
    await page.getByLabel('Mätomgång').selectOption({ label: 'oktober 2021' })
    await page.getByRole('button', { name: 'Visa', exact: true }).click()
    expect(await page.locator('.lead').textContent()).toContain('oktober 2021')
    await page
      .getByRole('navigation', { name: /./ })
      .getByRole('link', { name: 'Indikatorer' })
      .first()
      .click()
    await page.getByRole('link', { name: 'Deltagare', exact: true }).first().click()
    await page.getByRole('heading', { name: 'Rapport: deltagare, oktober 2024' }).waitFor()
  })

  test('are one or two papers for a board', async () => {
    const { page } = await aWindow(1280)
    await page.goto('/indicators')
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
    const papers = pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
    expect(papers).toBeGreaterThan(0)
    expect(papers).toBeLessThanOrEqual(2)
  })
})
