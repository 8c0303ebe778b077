import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compiledStyle } from '../../../tests/support/compiled-style.ts'

// WCAG 2.2: 1.4.3 asks 4.5 for text, 1.4.11 asks 3 for what must be seen to understand or use a thing.
const text = 4.5
const shape = 3

/** Each pair that meets on a page: what is in front, what is behind, how much they must differ. */
const pairs: readonly (readonly [front: string, behind: readonly string[], least: number])[] = [
  [
    'ink',
    [
      'paper',
      'surface',
      'sunken',
      'act-soft',
      'now-soft',
      'success-soft',
      'warning-soft',
      'danger-soft',
      'info-soft',
    ],
    text,
  ],
  ['ink-soft', ['paper', 'surface', 'sunken', 'now-soft'], text],
  ['act', ['paper', 'surface', 'sunken', 'act-soft', 'now-soft'], text],
  ['act', ['success-soft', 'warning-soft', 'danger-soft', 'info-soft'], text],
  ['act-hover', ['paper', 'surface', 'sunken', 'act-soft', 'now-soft'], text],
  ['on-act', ['act', 'act-hover'], text],
  ['on-now', ['now'], text],
  ['now-strong', ['paper', 'surface', 'now-soft'], text],
  ['danger', ['paper', 'surface', 'danger-soft', 'sunken'], text],
  ['danger-hover', ['paper', 'surface'], text],
  ['on-danger', ['danger', 'danger-hover'], text],
  ['success', ['success-soft'], text],
  ['warning', ['warning-soft'], text],
  ['info', ['info-soft'], text],
  // The edge of a field, a radio button, a checkbox, an unfinished step; the axis of a chart.
  ['line-strong', ['paper', 'surface', 'now-soft'], shape],
  ['focus', ['paper', 'surface', 'sunken', 'act-soft', 'now-soft'], shape],
  ['focus', ['success-soft', 'warning-soft', 'danger-soft', 'info-soft'], shape],
  // How far a bar reaches is seen against what it has not filled.
  ['act', ['line'], shape],
  ['series-1', ['paper', 'surface', 'sunken'], shape],
  ['series-2', ['paper', 'surface', 'sunken'], shape],
  ['series-3', ['paper', 'surface', 'sunken'], shape],
  ['series-4', ['paper', 'surface', 'sunken'], shape],
  ['series-5', ['paper', 'surface', 'sunken'], shape],
  ['series-6', ['paper', 'surface', 'sunken'], shape],
  ['pattern', ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6'], shape],
]

/** Seen beside something that says the same, so nothing depends on them. */
const decorative = new Set(['line', 'now', 'paper', 'sunken', 'act-soft'])

const source = readFileSync(new URL('_tokens.scss', import.meta.url), 'utf8')
function tokensOf(theme: 'light' | 'dark'): Map<string, string> {
  const body = source.match(new RegExp(`@mixin ${theme} \\{(.*?)\\n\\}`, 's'))?.[1] ?? ''
  return new Map(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(match => [match[1] ?? '', match[2] ?? '']),
  )
}

/** WCAG's relative luminance of `#rrggbb`, 0-1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

test('contrast is measured as WCAG does it', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

describe.each(['light', 'dark'] as const)('in the %s theme', theme => {
  const tokens = tokensOf(theme)
  const measured = pairs.flatMap(([front, behind, least]) => behind.map(back => ({ front, back, least })))

  test.each(measured)('$front on $back differs at least $least to 1', ({ front, back, least }) => {
    const [one, other] = [tokens.get(front), tokens.get(back)]
    if (!one || !other) throw new Error(`no colour called ${one ? back : front}`)
    expect(contrast(one, other)).toBeGreaterThanOrEqual(least)
  })
})

test('both themes have the same colours', () => {
  expect([...tokensOf('dark').keys()]).toEqual([...tokensOf('light').keys()])
})

test('every colour that is drawn with is measured against something', async () => {
  const css = await compiledStyle()
  const drawn = new Set(
    [
      ...css.matchAll(
        /(?:^|[;{\s])(?:color|fill|stroke|border[\w-]*|outline[\w-]*):[^;}]*?var\(--([\w-]+)\)/g,
      ),
    ].map(match => match[1] ?? ''),
  )
  const known = new Set(tokensOf('light').keys())
  const fronts = new Set(pairs.map(([front]) => front))
  const unmeasured = [...drawn].filter(name => known.has(name) && !fronts.has(name) && !decorative.has(name))
  expect(unmeasured).toEqual([])
})
