import { existsSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compiledStyle } from '../../../tests/support/compiled-style.ts'

/** A whole page may be 60 KB compressed without its font; this leaves the rest to what the page says and does. */
const mostGzippedBytes = 14_000

const css = await compiledStyle()

test('all style together is small', () => {
  expect(gzipSync(css, { level: 9 }).length).toBeLessThan(mostGzippedBytes)
})

test('style fetches nothing but our own font', () => {
  const addresses = [...css.matchAll(/url\(([^)]*)\)/g)].map(match => match[1]?.replaceAll(/["']/g, ''))
  expect(addresses).toEqual(['/assets/atkinson-hyperlegible-next-latin-wght-normal.woff2'])
  const font = new URL(
    '../../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    import.meta.url,
  )
  expect(existsSync(font)).toBe(true)
})

test('text is readable before the font has come', () => {
  expect(css).toContain('font-display:swap')
})

test('the dark theme can be chosen by the system and forced by the page, and light too', () => {
  expect(css).toMatch(/prefers-color-scheme:\s?dark\)\{:root:not\(\[data-theme=light\]\)/)
  expect(css).toMatch(/:root\[data-theme=dark\]/)
})

test('nothing moves for those who ask for stillness', () => {
  const moving = css.replace(
    /@media\s?\(prefers-reduced-motion:\s?no-preference\)\{(?:[^{}]*\{[^}]*\})*\}/g,
    '',
  )
  expect(moving.length).toBeLessThan(css.length)
  expect(moving.match(/[\w-]*(?:transition|animation)[\w-]*/g)).toBeNull()
})
