import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiDocument, operationGroups, resolveReference } from '../../src/ui/api-reference/document.ts'
import { aProgram, type TestProgram } from '../support/test-program.ts'

let program: TestProgram
let document: ApiDocument

beforeAll(async () => {
  program = await aProgram()
  document = (await program.visitor().get('/api/openapi.json')).json() as ApiDocument
})
afterAll(() => program?.close())

function* referencesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  for (const [name, inside] of Object.entries(value)) {
    if (name === '$ref' && typeof inside === 'string') yield inside
    yield* referencesIn(inside)
  }
}

test('the description is an OpenAPI 3.1 document that has what one must have', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(document.info).toMatchObject({
    title: 'Mellanrum',
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
  })
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    expect(path).toMatch(/^\//)
    for (const operation of Object.values(item ?? {})) expect(operation).toHaveProperty('responses')
  }
})

test('every reference in the description leads somewhere', () => {
  for (const reference of referencesIn(document)) {
    expect(() => resolveReference(document, reference), reference).not.toThrow()
  }
})

test('every place in a path is described as a parameter, and the other way round', () => {
  for (const { operations } of operationGroups(document)) {
    for (const { path, parameters } of operations) {
      const places = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1])
      const described = parameters.filter(one => one.place === 'path').map(one => one.name)
      expect(described.sort(), path).toEqual(places.sort())
    }
  }
})

test('every operation says what it is for', () => {
  for (const { operations } of operationGroups(document)) {
    for (const { path, summary } of operations) expect(summary, path).toMatch(/\w+ \w+/)
  }
})

test('every operation is on the page, which needs no login', async () => {
  const page = await program.visitor().get('/api')
  expect(page.status).toBe(200)
  const operations = operationGroups(document).flatMap(group => group.operations)
  expect(operations.map(one => one.id)).toContain('get-health')
  for (const { method, path } of operations) expect(page.text).toContain(`${method} ${path}`)
})

test('health answers as it is described', async () => {
  const answer = await program.visitor().get('/health')
  expect(answer.status).toBe(200)
  expect(answer.json()).toEqual({ status: 'ok', version: document.info.version })
})
