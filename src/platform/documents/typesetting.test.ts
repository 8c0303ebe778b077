import { afterEach, expect, test } from 'vitest'
import { aLongReport, unzip } from '../../../tests/support/documents.ts'
import {
  openTypesetting,
  type Typesetting,
  TypesettingFailed,
  type TypesettingLimits,
} from './typesetting.ts'

const noon = new Date('2014-05-16T12:00:00Z')
const simple = '#set document(title: "x")\n#title()\n#json("/model.json").text'
const endless =
  '#set document(title: "x")\n#for a in range(100000) { for b in range(100000) { let c = calc.sin(a * b) } }'

const opened: Typesetting[] = []
afterEach(async () => {
  for (const typesetting of opened.splice(0)) await typesetting.close()
})

function typesettingWith(limits: Partial<TypesettingLimits> = {}): Typesetting {
  const typesetting = openTypesetting(limits)
  opened.push(typesetting)
  return typesetting
}

const isPdf = (pdf: Buffer) => pdf.subarray(0, 5).toString() === '%PDF-'

test('documents asked for at once are all set', async () => {
  const typesetting = typesettingWith()
  const pdfs = await Promise.all(
    ['a', 'b', 'c', 'd'].map(text => typesetting.typeset(simple, { text }, noon)),
  )
  expect(pdfs.map(isPdf)).toEqual([true, true, true, true])
})

test('a typesetter is replaced after its documents, and nobody notices', async () => {
  const typesetting = typesettingWith({ documentsEach: 2 })
  const pdfs = await Promise.all(
    Array.from({ length: 5 }, (_, index) => typesetting.typeset(simple, { text: String(index) }, noon)),
  )
  expect(pdfs.every(isPdf)).toBe(true)
})

test('a typesetter that holds too much memory is replaced, and nobody notices', async () => {
  const typesetting = typesettingWith({ memoryBytes: 1 })
  expect(isPdf(await typesetting.typeset(simple, { text: 'a' }, noon))).toBe(true)
  expect(isPdf(await typesetting.typeset(simple, { text: 'b' }, noon))).toBe(true)
})

test('an idle typesetter ends, and the next document starts one', async () => {
  const typesetting = typesettingWith({ idleMilliseconds: 5 })
  expect(isPdf(await typesetting.typeset(simple, { text: 'a' }, noon))).toBe(true)
  await new Promise(resolve => setTimeout(resolve, 100))
  expect(isPdf(await typesetting.typeset(simple, { text: 'b' }, noon))).toBe(true)
})

test('a fault in a program says what Typst says, and the next document is set', async () => {
  const typesetting = typesettingWith()
  const [faulty, sound] = await Promise.allSettled([
    typesetting.typeset('#nothing-of-that-name', {}, noon),
    typesetting.typeset(simple, { text: 'a' }, noon),
  ])
  expect(faulty).toMatchObject({ reason: expect.any(TypesettingFailed) })
  expect(faulty).toMatchObject({ reason: { message: expect.stringContaining('unknown variable') } })
  expect(sound.status).toBe('fulfilled')
})

test('what a screen reader could not read is refused', async () => {
  await expect(typesettingWith().typeset('= Without a title', {}, noon)).rejects.toThrow(/document title/)
})

test('a document that takes too long is given up, and the next is set', async () => {
  const typesetting = typesettingWith({ timeoutMilliseconds: 2000 })
  const [slow, sound] = await Promise.allSettled([
    typesetting.typeset(endless, {}, noon),
    typesetting.typeset(simple, { text: 'a' }, noon),
  ])
  expect(slow).toMatchObject({ reason: { message: 'took longer than 2000 ms' } })
  expect(sound.status).toBe('fulfilled')
})

test('closing gives up what waits, and takes nothing more', async () => {
  const typesetting = typesettingWith()
  const waiting = Promise.allSettled([
    typesetting.typeset(endless, {}, noon),
    typesetting.typeset(simple, {}, noon),
  ])
  await typesetting.close()
  expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await expect(typesetting.typeset(simple, {}, noon)).rejects.toThrow('closed')
})

test('a long Word file and workbook are packed while the program goes on answering', async () => {
  const typesetting = typesettingWith()
  let turns = 0
  const beat = setInterval(() => turns++, 10)
  const began = performance.now()
  const [word, workbook] = await Promise.all([
    typesetting.pack('docx', aLongReport),
    typesetting.pack('xlsx', aLongReport),
  ])
  clearInterval(beat)
  expect(unzip(word).has('word/document.xml')).toBe(true)
  expect(unzip(workbook).has('xl/workbook.xml')).toBe(true)
  // A program that packs by itself stands still for most of the time.
  expect(turns).toBeGreaterThan((performance.now() - began) / 40)
})

test('a wrong document is refused before anything is packed', async () => {
  const wrong = { ...aLongReport, blocks: [{ kind: 'heading', level: 3, text: 'För djupt' }] } as const
  await expect(typesettingWith().pack('docx', wrong)).rejects.toThrow('skips a heading level')
})
