import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Scene, SupportedItem } from '../lead-model.ts'
import { itemsOnScreen, resultPages } from './pages.ts'

type Result = Extract<Scene, { shows: 'result' }>
const items = (from: number, count: number): SupportedItem[] =>
  Array.from({ length: count }, (_, place) => ({ item: from + place, name: '', label: '', yes: 1, of: 2 }))
const aResult = (accepted: number, kept: number, dropped: number): Result => ({
  shows: 'result',
  round: 1,
  turnout: { entitled: 24, voted: 23 },
  accepted: items(1, accepted),
  kept: items(1001, kept),
  dropped: items(2001, dropped),
  settled: [],
  deviations: [],
})

test('the first round of 2014 has its 14 on the first screen', () => {
  const pages = resultPages(aResult(14, 37, 46))
  expect(pages.map(page => `${page.outcome} ${page.items.length}`)).toEqual([
    'accepted 14',
    'kept 13',
    'kept 13',
    'kept 11',
    'dropped 12',
    'dropped 12',
    'dropped 12',
    'dropped 10',
  ])
})

test('every item is on one screen, in order, and no screen holds more than the back row can read', () => {
  const count = fc.integer({ min: 0, max: 150 })
  fc.assert(
    fc.property(count, count, count, (accepted, kept, dropped) => {
      const scene = aResult(accepted, kept, dropped)
      const pages = resultPages(scene)
      expect(pages.flatMap(page => page.items)).toEqual([...scene.accepted, ...scene.kept, ...scene.dropped])
      for (const page of pages) {
        expect(page.items.length).toBeGreaterThan(0)
        expect(page.items.length).toBeLessThanOrEqual(itemsOnScreen)
      }
    }),
  )
})
