import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newNonce } from '../../src/platform/anonymous/right.ts'
import { aBrowsedProgram, type BrowsedProgram, checkAccessibility, checkWidth } from '../support/browser.ts'

let program: BrowsedProgram
beforeAll(async () => {
  program = await aBrowsedProgram()
})
afterAll(() => program.close())

async function aLeader(options: Parameters<BrowsedProgram['aPhone']>[0] = {}) {
  const phone = await program.aPhone(options)
  await phone.page.goto('/log-in')
  await phone.page.getByRole('button', { name: /processledare/ }).click()
  return phone
}
type Phone = Awaited<ReturnType<typeof aLeader>>

const lookOver = async ({ page }: Phone) => {
  await checkWidth(page)
  await checkAccessibility(page)
}

async function plan({ page }: Phone, name: string, period: string, how: 'länk' | 'koder'): Promise<string> {
  await page.goto('/surveys/new')
  await page
    .getByLabel('Formulär')
    .selectOption({ label: 'Deltagare: Hur fungerar stödet för dig? (version 1)' })
  await page.getByLabel('Namn').fill(name)
  await page.getByLabel('Månad som resultatet räknas till').fill(period)
  await page.getByRole('radio', { name: how === 'länk' ? 'Med en öppen länk' : 'Med engångskoder' }).check()
  await page.getByRole('checkbox', { name: 'Förbundet som helhet' }).check()
  await page.getByLabel('Antal som frågas: Förbundet som helhet').fill('4')
  await page.getByRole('button', { name: 'Spara mätomgången' }).click()
  await page.getByText('Mätomgången är planerad').waitFor()
  return new URL(page.url()).pathname
}

const open = async ({ page }: Phone) => {
  await page.locator('summary', { hasText: 'Öppna nu' }).click()
  await page.locator('#open').getByRole('button', { name: 'Öppna nu' }).click()
  await page.getByText('Klart: Mätomgången är öppen').waitFor()
}

describe('the staff’s pages of surveys', () => {
  test('a wave is planned on a phone, and its posters are printed', async () => {
    const leader = await aLeader()
    const { page } = leader
    await page.goto('/surveys')
    await lookOver(leader)
    await page.goto('/surveys/new')
    await lookOver(leader)
    const path = await plan(leader, 'Vintern', '2034-02', 'länk')
    await lookOver(leader)
    await page.goto(`${path}/posters`)
    await lookOver(leader)
    expect(leader.complaints).toEqual([])
  })

  test('an open wave is followed as answers come, and closed', async () => {
    const leader = await aLeader()
    const { page } = leader
    const path = await plan(leader, 'Våren', '2034-03', 'länk')
    await open(leader)
    await page.getByText('Sidan följer med av sig själv.').waitFor()

    const waveId = path.replace('/surveys/', '')
    const { sheets } = program.program
    const unit = await program.test.database.read({ room: 'system', id: null, associations: [] }, db =>
      db.selectFrom('surveys.unit').select('id').where('wave_id', '=', waveId).executeTakeFirstOrThrow(),
    )
    const right = await sheets.takeFreely(waveId, newNonce(), unit.id)
    if (!right.ok) throw new Error(right.refusal)
    await sheets.handIn(waveId, right.value, { how: 'phone', language: 'sv', answers: {} })
    await page.getByText('av 4 har svarat').waitFor()
    await page.getByText('25 %').first().waitFor()
    await lookOver(leader)

    await page.locator('summary', { hasText: 'Stäng nu' }).click()
    await page.getByText('kommer inget svar till, och resultaten blir synliga').waitFor()
    await page.locator('#close').getByRole('button', { name: 'Stäng nu' }).click()
    await page.getByText('Mätomgången är stängd').first().waitFor()
    await lookOver(leader)
    expect(leader.complaints).toEqual([])
  })

  test('codes are made and shown as slips', async () => {
    const leader = await aLeader()
    const { page } = leader
    const path = await plan(leader, 'Med koder', '2034-04', 'koder')
    await page.getByRole('link', { name: 'Koder' }).click()
    await lookOver(leader)
    await page.getByRole('button', { name: 'Gör koder och visa dem' }).click()
    await page.getByText('4 koder är gjorda').waitFor()
    await lookOver(leader)
    await page.goto(`${path}/codes`)
    expect(await page.getByRole('row', { name: /Förbundet som helhet 4 0/ }).count()).toBe(1)
  })

  test('a paper is typed in by keyboard alone', async () => {
    const leader = await aLeader({ viewport: { width: 1280, height: 900 } })
    const { page } = leader
    const path = await plan(leader, 'På papper', '2034-05', 'länk')
    await open(leader)
    await page.goto(`${path}/paper`)
    await lookOver(leader)
    const typeIn = async () => {
      // The first question has the focus when the page opens; Enter goes on, and from the last question to the button.
      await page.keyboard.type('2')
      await page.keyboard.press('Enter')
      await page.keyboard.type('1')
      const last = page.locator('form#paper [name^="q-"]').last()
      await last.focus()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
    }
    await page.getByRole('link', { name: /Skriv in ett papper/ }).click()
    await page.waitForFunction(() => document.activeElement?.getAttribute('name')?.startsWith('q-'))
    await lookOver(leader)
    await typeIn()
    await page.getByText('Papper 1 är sparat').waitFor()
    await page.goto(`${path}/paper`)
    await page.getByRole('link', { name: 'Förbundet som helhet, papper 1' }).click()
    await page.waitForFunction(() => document.activeElement?.getAttribute('name')?.startsWith('q-'))
    await typeIn()
    await page.getByText('Papperet är inlämnat').waitFor()
    await page.goto(path)
    await page.getByText('av 4 har svarat').waitFor()
    await page.goto(`${path}/paper/form?language=ar`)
    await lookOver(leader)
  })

  test('questionnaires are read in their languages', async () => {
    const leader = await aLeader()
    const { page } = leader
    await page.goto('/surveys/questionnaires')
    await lookOver(leader)
    await page.getByRole('link', { name: 'Hur fungerar stödet för dig?' }).click()
    await lookOver(leader)
    await page.getByRole('link', { name: 'العربية' }).click()
    expect(await page.locator('div[lang="ar"]').first().getAttribute('dir')).toBe('rtl')
    await lookOver(leader)
    await page.getByRole('button', { name: 'Gör en egen kopia' }).click()
    await page.getByRole('link', { name: 'Ändra formuläret' }).click()
    await page.getByLabel('Namn').fill('Vår egen enkät')
    await page.getByRole('button', { name: 'Spara' }).click()
    await page.getByText('Ändringen är sparad').waitFor()
    await lookOver(leader)
  })
})
