import { expect, test } from 'vitest'
import type { LineageItem } from './lineage.ts'
import { itemsFor } from './view.ts'

const item = (number: number, wordingSv: string, kind = 'process'): LineageItem => ({
  number,
  kind,
  perspective: '',
  wordingSv,
  wordingEn: '',
  explanation: '',
  retired: false,
  derived: null,
  derivedFrom: [],
})
const items = [item(1, 'Östra vägen in'), item(2, 'Alla får en plan', 'effect'), item(3, 'Åter i arbete')]
const numbers = (wish: Partial<Parameters<typeof itemsFor>[1]>) =>
  itemsFor(items, { search: '', kind: '', sort: 'number', descending: false, ...wish }).map(one => one.number)

test('every searched word must be there, whatever its capitals', () => {
  expect(numbers({ search: 'VÄGEN östra' })).toEqual([1])
  expect(numbers({ search: 'vägen plan' })).toEqual([])
})

test('an item is found by its number', () => {
  expect(numbers({ search: '2' })).toEqual([2])
})

test('wordings are sorted by the Swedish alphabet', () => {
  expect(numbers({ sort: 'wording' })).toEqual([2, 3, 1])
  expect(numbers({ sort: 'wording', descending: true })).toEqual([1, 3, 2])
})

test('equal ones keep the order of their numbers', () => {
  expect(numbers({ sort: 'kind', descending: true })).toEqual([1, 3, 2])
})
