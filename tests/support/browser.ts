import { AxeBuilder } from '@axe-core/playwright'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { aProgram, type TestProgram } from './test-program.ts'

/** A running program that browsers can reach, and one browser for a test file. */
export interface BrowsedProgram extends TestProgram {
  /** Where the program answers, on a free port of this machine. */
  readonly address: string
  /** A browser of its own, as it were: no cookies, no storage. A phone of 320 px in Swedish if nothing else is said. */
  aPhone(options?: BrowserContextOptions): Promise<Phone>
}

export interface Phone {
  readonly context: BrowserContext
  readonly page: Page
  /** What the page's scripts complained about. A test that expects none looks here. */
  readonly complaints: readonly string[]
}

const launch = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

/** The whole program on a free port, and a browser to visit it with. Close it after the tests of the file. */
export async function aBrowsedProgram(): Promise<BrowsedProgram> {
  const running = await aProgram()
  let browser: Browser | undefined
  try {
    const address = (await running.program.listen()).replace('[::1]', '127.0.0.1')
    browser = await chromium.launch(launch)
    const opened = browser
    return {
      ...running,
      address,
      async aPhone(options = {}) {
        const context = await opened.newContext({
          baseURL: address,
          locale: 'sv-SE',
          viewport: { width: 320, height: 640 },
          ...options,
        })
        // What is not there after so long does not come; a test says so at the place where it waits.
        context.setDefaultTimeout(15_000)
        const page = await context.newPage()
        const complaints: string[] = []
        page.on('pageerror', error => complaints.push(error.message))
        page.on('console', line => {
          if (line.type() === 'error') complaints.push(line.text())
        })
        return { context, page, complaints }
      },
      async close() {
        await opened.close()
        await running.close()
      },
    }
  } catch (error) {
    await browser?.close()
    await running.close()
    throw error
  }
}

/**
 * Looks the page over with axe in the light and in the dark theme, by all of WCAG 2.2 A and AA and its advice.
 * @throws with a line for each thing that is wrong
 */
export async function checkAccessibility(
  page: Page,
  themes: readonly ('light' | 'dark')[] = ['light', 'dark'],
): Promise<void> {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme })
    // A colour on its way from one theme to the other is not what anybody reads.
    await page.evaluate(() =>
      Promise.allSettled(document.getAnimations().map(animation => animation.finished)),
    )
    const { violations } = await new AxeBuilder({ page }).analyze()
    if (violations.length === 0) continue
    const found = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(node => `${id}: ${help}: ${node.target.join(' ')}\n  ${node.failureSummary}`),
    )
    throw new Error(`${page.url()} in the ${colorScheme} theme:\n${found.join('\n')}`)
  }
  await page.emulateMedia({ colorScheme: null })
}

/** @throws when something reaches past the right edge of the window, so that one must scroll sideways to read */
export async function checkWidth(page: Page): Promise<void> {
  const { inside, outside } = await page.evaluate(() => ({
    inside: document.documentElement.clientWidth,
    outside: document.documentElement.scrollWidth,
  }))
  if (outside > inside) throw new Error(`${page.url()} is ${outside} px wide in a window of ${inside} px`)
}
