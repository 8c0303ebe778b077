import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'
import type { ComponentChild } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compiledStyle } from '../../tests/support/compiled-style.ts'
import { type Language, LanguageContext } from '../platform/i18n/language.ts'
import type { Assets } from './assets.ts'
import { Gallery, galleryTitle, ProjectorExample } from './Gallery.tsx'
import { Layout } from './Layout.tsx'

const fontName = 'atkinson-hyperlegible-next-latin-wght-normal.woff2'
const assets: Assets = { style: 'main.css', icon: 'mark.svg', font: fontName, islands: {} }
const font = new URL(
  `../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/${fontName}`,
  import.meta.url,
)

const htmlOf = (language: Language, page: ComponentChild) =>
  `<!doctype html>${renderToString(<LanguageContext.Provider value={language}>{page}</LanguageContext.Provider>)}`

const galleryIn = (language: Language) =>
  htmlOf(
    language,
    <Layout
      title={galleryTitle[language]}
      assets={assets}
      path="/ui"
      navigation={['Start', 'Konferenser', 'Insatser', 'Indikatorer'].map((label, index) => ({
        label,
        href: `/${index}`,
        current: index === 1,
      }))}
      person={{ name: 'Processledare', role: 'Södra skogsbygdens samordningsförbund' }}
      logOut="/log-out"
      banner="Demo"
      footerLinks={[{ href: '/about', label: 'Om' }]}
    >
      <Gallery />
    </Layout>,
  )

let server: Server
let browser: Browser
let origin: string

beforeAll(async () => {
  const served: Record<string, readonly [type: string, content: string | Buffer]> = {
    '/sv': ['text/html; charset=utf-8', galleryIn('sv')],
    '/en': ['text/html; charset=utf-8', galleryIn('en')],
    '/turnout': [
      'text/html; charset=utf-8',
      htmlOf('sv', <ProjectorExample assets={assets} shows="turnout" />),
    ],
    '/result': [
      'text/html; charset=utf-8',
      htmlOf('sv', <ProjectorExample assets={assets} shows="result" />),
    ],
    '/assets/main.css': ['text/css', await compiledStyle()],
    '/assets/mark.svg': ['image/svg+xml', readFileSync(new URL('mark.svg', import.meta.url))],
    [`/assets/${fontName}`]: ['font/woff2', readFileSync(font)],
  }
  server = createServer((request, response) => {
    const found = served[request.url ?? '']
    if (!found) return response.writeHead(404).end()
    return response
      .writeHead(200, {
        'content-type': found[0],
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'",
      })
      .end(found[1])
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

async function open(path: string, options: BrowserContextOptions) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(`${origin}${path}`)
  return { page, complaints, close: () => context.close() }
}

const sizes = { phone: { width: 320, height: 640 }, desk: { width: 1280, height: 800 } }

describe.each(['/sv', '/en', '/turnout', '/result'])('%s', path => {
  test.each(['light', 'dark'] as const)('has nothing for axe to find in the %s theme', async colorScheme => {
    for (const viewport of Object.values(sizes)) {
      const { page, complaints, close } = await open(path, { colorScheme, viewport })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(node => node.target) }))).toEqual([])
      // A style attribute, an inline script or a foreign image would be reported here.
      expect(complaints).toEqual([])
      await close()
    }
  })

  test('fits in 320 pixels, which is also 1280 at 400 %', async () => {
    const { page, close } = await open(path, { viewport: sizes.phone })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(sizes.phone.width)
    await close()
  })
})

test.each([320, 390, 620, 800, 1280])('at %i pixels no text of a chart stands in another', async width => {
  const { page, close } = await open('/sv', { viewport: { width, height: 800 } })
  const [seen, crowded] = (await page.evaluate(`(() => {
    const crowded = []
    let seen = 0
    for (const drawing of document.querySelectorAll('.plot, .chart-row > svg')) {
      const rows = new Map()
      // Values stand beside their points, not in rows.
      for (const text of drawing.querySelectorAll('text:not([transform], .plot-value)')) {
        const { top, left, right } = text.getBoundingClientRect()
        if (right === left) continue
        seen++
        const row = Math.round(top / 4)
        rows.set(row, [...(rows.get(row) ?? []), { left, right, said: text.textContent }])
      }
      for (const texts of rows.values()) {
        texts.sort((a, b) => a.left - b.left)
        for (const [place, { left, said }] of texts.entries()) {
          const before = texts[place - 1]
          if (before && left < before.right + 2) crowded.push([before.said, said])
        }
      }
    }
    return [seen, crowded]
  })()`)) as [number, unknown[]]
  expect(seen).toBeGreaterThan(80)
  expect(crowded).toEqual([])
  await close()
})

test('time goes from left to right, also on a page that is read from right to left', async () => {
  const { page, close } = await open('/sv', { viewport: sizes.desk })
  const places = async () =>
    (await page.evaluate(`
      [...document.querySelectorAll('.plot')].map(plot => {
        const left = plot.getBoundingClientRect().left
        return [...plot.querySelectorAll('text')].map(text => Math.round(text.getBoundingClientRect().left - left))
      })
    `)) as number[][]
  const fromLeft = await places()
  await page.evaluate(`document.documentElement.dir = 'rtl'`)
  expect(await places()).toEqual(fromLeft)
  expect(fromLeft.length).toBeGreaterThan(4)
  await close()
})

test('what a finger hits is at least 44 pixels high', async () => {
  const { page, close } = await open('/sv', {
    viewport: { width: 390, height: 800 },
    hasTouch: true,
    isMobile: true,
  })
  const small = await page.evaluate(`
    [...document.querySelectorAll('button, a, select, summary, .input, .choice label')]
      // A link in the middle of a sentence follows its line; a card's link covers the card.
      .filter(one => !(one.tagName === 'A' && one.closest('main p, dd, .card-heading, .skip')))
      .map(one => ({ what: one.textContent.trim(), height: one.getBoundingClientRect().height }))
      .filter(({ height }) => height > 0 && height < 44)
  `)
  expect(small).toEqual([])
  await close()
})

test('focus is seen on everything that takes it', async () => {
  const { page, close } = await open('/sv', { viewport: sizes.desk })
  const reached = new Set<string>()
  for (let step = 0; step < 70; step++) {
    await page.keyboard.press('Tab')
    const [what, outline] = (await page.evaluate(`(() => {
      const one = document.activeElement
      const card = one.closest('.card-link') ? getComputedStyle(one, '::after') : undefined
      const label = one.closest('.choices-scale') ? getComputedStyle(one.nextElementSibling) : undefined
      const style = card ?? label ?? getComputedStyle(one)
      return [one.outerHTML.slice(0, 80), style.outlineStyle + ' ' + style.outlineWidth]
    })()`)) as [string, string]
    if (what.startsWith('<body')) continue
    reached.add(what)
    expect.soft(outline, what).toBe('solid 3px')
  }
  expect(reached.size).toBeGreaterThan(50)
  await close()
})

test('on paper there is no navigation, and ink on white also from a dark screen', async () => {
  const { page, close } = await open('/sv', { viewport: sizes.desk, colorScheme: 'dark' })
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await page.locator('.site-navigation').isVisible()).toBe(false)
  expect(await page.locator('h1').isVisible()).toBe(true)
  const [ink, paper] = (await page.evaluate(
    `['color', 'backgroundColor'].map(name => getComputedStyle(document.documentElement)[name])`,
  )) as string[]
  expect([ink, paper]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
  await close()
})
