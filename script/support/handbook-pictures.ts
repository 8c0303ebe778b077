/**
 * `node script/support/handbook-pictures.ts` makes the pictures of README.md and docs/handbok from the running product:
 * starts the built program with its demo in a folder of its own, walks through a conference in Chromium as a
 * facilitator and as experts, and takes a picture where the handbook shows one. Takes about a minute.
 * Settings: CHROMIUM (the browser's path), PORT (3999).
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { withPalette } from './palette-png.ts'

const root = join(import.meta.dirname, '../..')
const handbook = join(root, 'docs/handbok/pictures')
const readme = join(root, 'docs/pictures')

/** A fixed port, since addresses stand in some of the pictures. */
const port = Number(process.env.PORT ?? 3999)
const origin = `http://127.0.0.1:${port}`
const sizes = { desk: { width: 1100, height: 780 }, phone: { width: 390, height: 780 } }
const practice = `${origin}/conferences/5a0c3d1e-0000-4000-a000-000000000002`
const finished = `${origin}/conferences/5a0c3d1e-0000-4000-a000-000000000001`

async function startProgram(folder: string): Promise<ChildProcess> {
  const program = spawn(process.execPath, [join(root, 'dist/main.js')], {
    env: { PATH: process.env.PATH, MELLANRUM_DATA: folder, MELLANRUM_LOG: 'error', PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  for (let attempt = 0; attempt < 120; attempt++) {
    if (program.exitCode !== null) throw new Error('the program did not start')
    const answer = await fetch(`${origin}/health`).catch(() => undefined)
    if (answer?.ok) return program
    await new Promise(resolve => setTimeout(resolve, 500))
  }
  program.kill()
  throw new Error('the program did not answer in a minute')
}

/** A person with a browser of their own. */
async function person(browser: Browser, size: keyof typeof sizes): Promise<Page> {
  const context = await browser.newContext({
    viewport: sizes[size],
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    ...(size === 'phone' && { hasTouch: true, isMobile: true }),
  })
  return context.newPage()
}

interface Shot {
  /** What the picture begins with; else where the page's own content begins. */
  readonly from?: Locator
  /** Pixels; else as high as the window. */
  readonly height?: number
  /** Also what stands above the content on every page. */
  readonly withHeader?: true
}

const keep = (name: string, png: Buffer) => writeFileSync(join(handbook, `${name}.png`), withPalette(png))

/** A part of the page, as wide as the window. */
async function take(page: Page, name: string, { from, height, withHeader }: Shot = {}) {
  await page.evaluate('document.fonts.ready')
  const first = from?.first() ?? page.locator('main')
  const air = from ? 20 : 0
  const scrolled = Number(await page.evaluate('window.scrollY'))
  const top = withHeader ? 0 : Math.max(0, ((await first.boundingBox())?.y ?? 0) + scrolled - air)
  const whole = Number(await page.evaluate('document.documentElement.scrollHeight'))
  const { width, height: ofWindow } = page.viewportSize() ?? sizes.desk
  const png = await page.screenshot({
    fullPage: true,
    animations: 'disabled',
    clip: { x: 0, y: top, width, height: Math.min(height ?? ofWindow, whole - top) },
  })
  keep(name, png)
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().click()

/** Opens what asks once more. The page's first live message may close it again, just after the page has come. */
async function ask(page: Page, label: string) {
  const yes = page.getByRole('button', { name: label, exact: true }).first()
  while (!(await yes.isVisible())) {
    await page.locator('summary', { hasText: `${label}…` }).click()
    await page.waitForTimeout(300)
  }
}

async function confirm(page: Page, label: string) {
  await ask(page, label)
  await press(page, label)
}

async function upload(page: Page, name: string, content: string, button: string) {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
  await press(page, button)
}

/** The link of the expert in a row of the list, as it stands on the page that shows it. */
async function linkOf(leader: Page, conference: string, row: number): Promise<string> {
  await leader.goto(`${conference}/experts`)
  await leader
    .getByRole('button', { name: /^Visa länk/ })
    .nth(row)
    .click()
  const link = await leader.locator('a[href*="/invitation/"]').first().getAttribute('href')
  if (!link) throw new Error('the page shows no link')
  return new URL(link, origin).href
}

async function prepare(leader: Page) {
  await leader.goto(origin)
  await take(leader, 'start', { withHeader: true, height: 1030 })
  await press(leader, 'Led konferensen')
  await leader.goto(practice)
  await take(leader, 'oversikt', { height: 1000 })
  await leader.goto(`${practice}/items`)
  await take(leader, 'forslag')
  await leader.goto(`${practice}/items/import`)
  const wrong =
    'Nummer;Typ;Perspektiv;Lydelse\n201;process;deltagare;Deltagaren har en plan\n201;effekt;;Färre återfall\n203;proces;personal;\n'
  await upload(leader, 'forslag.csv', wrong, 'Läs filen')
  await take(leader, 'inlasning-fel')
  await leader.goto(`${practice}/rounds`)
  await take(leader, 'regler')
  await leader.goto(`${practice}/groups`)
  await leader.getByLabel('Frö för slumpen').fill('2014')
  await press(leader, 'Dela in grupperna')
  await take(leader, 'grupper', { height: 1150 })
}

async function readAtHome(leader: Page, expert: Page) {
  const link = await linkOf(leader, practice, 4)
  await take(leader, 'lank', { height: 1000 })
  await expert.goto(link)
  await take(expert, 'inbjudan', { withHeader: true })
  await press(expert, 'Öppna min inbjudan')
  await expert.getByRole('button', { name: 'Ja, jag kommer' }).click()
  await expert.goto(`${origin}/take-part/items`)
  for (const [place, mark] of ['Viktigt', 'Kanske', 'Viktigt'].entries()) {
    await expert.locator('fieldset').nth(place).getByText(mark, { exact: true }).click()
  }
  await take(expert, 'hemma', { from: expert.locator('main form') })
  await expert.goto(`${origin}/take-part/group`)
  await take(expert, 'din-grupp', { height: 1000 })
}

async function vote(leader: Page, expert: Page) {
  await leader.goto(`${practice}/lead`)
  await take(leader, 'leda-fore', { height: 1000 })
  await ask(leader, 'Öppna omröstningen')
  await leader.getByLabel('Hur länge ska den vara öppen?').fill('20')
  await press(leader, 'Öppna omröstningen')
  await expert.goto(`${origin}/take-part/vote`)
  await take(expert, 'borja-rosta', { height: 1000 })
  await press(expert, 'Börja rösta')
  for (const [place, choice] of ['Ja', 'Ja', 'Nej', 'Ja', 'Avstår', 'Ja'].entries()) {
    await expert.locator('fieldset').nth(place).getByText(choice, { exact: true }).click()
  }
  await expert.locator('fieldset').nth(1).scrollIntoViewIfNeeded()
  await window(expert, 'valsedel')
  await expert.context().setOffline(true)
  await press(expert, 'Lämna in')
  await expert.getByText('Ingen uppkoppling').waitFor()
  await window(expert, 'utan-nat')
  await expert.context().setOffline(false)
  await expert.getByText(/Mottagen \d/).waitFor()
}

/** What stands in the window now, with what sticks to its edges. */
async function window(page: Page, name: string) {
  await page.evaluate('document.fonts.ready')
  keep(name, await page.screenshot({ animations: 'disabled' }))
}

async function lead(leader: Page, projector: Page, whileOpen: () => Promise<void>) {
  await projector.goto(`${practice}/projector`)
  await leader.goto(`${practice}/lead`)
  await press(leader, 'Låt de andra experterna rösta')
  await leader.getByText('23').first().waitFor()
  await take(leader, 'leda-oppen', { height: 1000 })
  await whileOpen()
  await projector.getByText('23').first().waitFor()
  await window(projector, 'projektor-oppen')
  await confirm(leader, 'Stäng omröstningen')
  await take(leader, 'leda-stangd', { height: 1000 })
  await confirm(leader, 'Publicera resultatet')
  await projector.getByText('Resultatet').first().waitFor()
  await window(projector, 'projektor-resultat')
  await leader.goto(`${practice}/rounds/1`)
  await take(leader, 'resultat', { height: 1200 })
}

/** For README: the facilitator's page with an expert's phone in front of it. */
async function together(browser: Browser, leader: Page, expert: Page) {
  await leader.setViewportSize({ width: 760, height: 760 })
  const address = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`
  const [desk, phone] = [await leader.screenshot(), await expert.screenshot()].map(address)
  await leader.setViewportSize(sizes.desk)
  const table = await (await browser.newContext({ viewport: { width: 1160, height: 850 } })).newPage()
  await table.setContent(`<!doctype html><style>
    body { margin: 0; background: #e9e2d3 }
    img { position: absolute; border-radius: 14px; box-shadow: 0 10px 40px #1d2b2f40 }
    .desk { left: 40px; top: 40px }
    .phone { right: 40px; bottom: 30px; border-radius: 28px; border: 8px solid #1d2b2f }
  </style><img class="desk" src="${desk}" alt=""><img class="phone" src="${phone}" alt="">`)
  writeFileSync(join(readme, 'mellanrum.png'), withPalette(await table.screenshot()))
  await table.close()
}

/** A small conference with one voter, who likes two proposals for one seat. */
async function tie(leader: Page, expert: Page) {
  await leader.goto(`${origin}/conferences/new`)
  await leader.getByLabel('Namn').fill('Indikatorer för samverkan')
  await leader.getByLabel('Första dagen').fill('2026-05-20')
  await leader.getByLabel('Sista dagen').fill('2026-05-20')
  await leader.getByLabel('Norra Västmanland').check()
  await press(leader, 'Skapa konferensen')
  const conference = leader.url()
  await leader.goto(`${conference}/items/import`)
  const items =
    'Typ;Lydelse\nprocess;Planen görs tillsammans med deltagaren\nprocess;Alla vet vem som håller ihop stödet\nprocess;Uppföljning sker som planerat\n'
  await upload(leader, 'forslag.csv', items, 'Läs filen')
  await leader.getByRole('button', { name: /^Spara 3 förslag/ }).click()
  await leader.goto(`${conference}/experts/import`)
  await upload(leader, 'experter.csv', 'Namn;Förbund;Roll\nEnhetschef;Norra Västmanland;chef\n', 'Läs filen')
  await leader.getByRole('button', { name: /^Spara 1 expert/ }).click()
  const link = await linkOf(leader, conference, 0)
  await leader.goto(`${conference}/rounds`)
  const rules = JSON.stringify([
    { round: 1, items: 'all', ballot: 'yes-no', accept: { top: 1 }, drop: 'rest', protocol: 'core' },
  ])
  await leader
    .locator('summary', { hasText: /Spara, flytta|färdig plan|fil/ })
    .first()
    .click({ timeout: 2000 })
    .catch(() => {})
  await upload(leader, 'rules.json', rules, 'Läs in reglerna')
  await leader.goto(`${conference}/lead`)
  await confirm(leader, 'Öppna omröstningen')
  await expert.goto(link)
  await press(expert, 'Öppna min inbjudan')
  await expert.goto(`${origin}/take-part/vote`)
  await press(expert, 'Börja rösta')
  for (const place of [0, 1])
    await expert.locator('fieldset').nth(place).getByText('Ja', { exact: true }).click()
  await press(expert, 'Lämna in')
  await expert.getByText(/Mottagen \d/).waitFor()
  await leader.goto(`${conference}/lead`)
  await confirm(leader, 'Stäng omröstningen')
  await take(leader, 'lika-rostetal', { height: 1100 })
  await leader.getByText('Ta in alla', { exact: true }).click()
  await press(leader, 'Avgör så här')
  await confirm(leader, 'Publicera resultatet')
  await leader.goto(`${conference}/evaluation`)
  await press(leader, 'Öppna utvärderingen')
  await expert.goto(`${origin}/take-part/evaluation`)
  await press(expert, 'Börja svara')
  await take(expert, 'utvardering')
}

async function afterwards(leader: Page) {
  await leader.goto(`${finished}/report`)
  await take(leader, 'rapport', { height: 1500 })
  await leader.goto(`${finished}/accord`)
  await take(leader, 'accord', { height: 1000 })
}

spawnSync(process.execPath, [join(root, 'build/build.ts'), '--if-needed'], { stdio: 'inherit' })
const folder = mkdtempSync(join(tmpdir(), 'mellanrum-pictures-'))
chmodSync(folder, 0o711) // as root, PostgreSQL runs as another account that must get through
for (const target of [handbook, readme]) mkdirSync(target, { recursive: true })
const program = await startProgram(folder)
try {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // The same letters on every machine.
      '--font-render-hinting=none',
      '--disable-lcd-text',
    ],
  })
  const leader = await person(browser, 'desk')
  const expert = await person(browser, 'phone')
  const projector = await (leader.context() as BrowserContext).newPage()
  await prepare(leader)
  await readAtHome(leader, expert)
  await vote(leader, expert)
  await lead(leader, projector, () => together(browser, leader, expert))
  await tie(leader, await person(browser, 'phone'))
  await afterwards(leader)
  await browser.close()
} finally {
  program.kill()
  if (program.exitCode === null) await once(program, 'exit')
  rmSync(folder, { recursive: true, force: true })
}
