import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { compiledStyle } from '../../tests/support/compiled-style.ts'
import { type Language, LanguageContext } from '../platform/i18n/language.ts'
import { ApiReference } from './ApiReference.tsx'
import { type ApiDocument, operationGroups, resolveReference, type Schema } from './api-reference/document.ts'
import { exampleOf, schemaRows, typeOf } from './api-reference/schema.ts'
import type { Assets } from './assets.ts'
import { Layout } from './Layout.tsx'

const assets: Assets = { style: 'main.css', icon: 'mark.svg', font: 'font.woff2', islands: {} }

/** Everything that the page can show: parameters of a path, a body, references, alternatives, a tree. */
const library: ApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Library', version: '2.0', description: 'Books and who has them.' },
  tags: [{ name: 'loans', description: 'Who has what.' }, { name: 'books' }, { name: 'unused' }],
  paths: {
    '/books/{book}': {
      parameters: [{ $ref: '#/components/parameters/book' }],
      get: {
        tags: ['books'],
        summary: 'One book.',
        parameters: [
          { name: 'fields', in: 'query', schema: { type: 'array', items: { enum: ['title', 'year'] } } },
        ],
        responses: {
          200: {
            description: 'The book.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Book' } } },
          },
          404: { $ref: '#/components/responses/missing' },
        },
      },
    },
    '/loans': {
      post: {
        tags: ['loans'],
        deprecated: true,
        requestBody: {
          content: {
            'application/json': { schema: { $ref: '#/components/schemas/Loan' }, example: { days: 14 } },
          },
        },
        responses: { 204: { description: 'Lent.' } },
      },
      get: {
        tags: ['loans'],
        responses: { 200: { content: { 'text/csv': { schema: { type: 'string' } } } } },
      },
    },
  },
  components: {
    parameters: {
      book: {
        name: 'book',
        in: 'path',
        required: true,
        description: 'Which.',
        schema: { type: 'string', format: 'uuid' },
      },
    },
    responses: { missing: { description: 'There is no such book.' } },
    schemas: {
      Book: {
        type: 'object',
        required: ['title', 'parts'],
        properties: {
          title: { type: 'string', minLength: 1, maxLength: 200, description: 'As on the cover.' },
          year: { type: ['integer', 'null'], minimum: 1450 },
          state: { anyOf: [{ const: 'in' }, { const: 'out' }] },
          parts: { type: 'array', items: { $ref: '#/components/schemas/Part' } },
        },
      },
      Part: {
        type: 'object',
        required: ['heading'],
        properties: {
          heading: { type: 'string' },
          parts: { type: 'array', items: { $ref: '#/components/schemas/Part' } },
        },
      },
      Loan: {
        oneOf: [
          {
            type: 'object',
            required: ['book', 'days'],
            properties: { book: { type: 'string' }, days: { type: 'integer' } },
          },
          {
            type: 'object',
            required: ['book', 'until'],
            properties: { book: { type: 'string' }, until: { type: 'string', format: 'date' } },
          },
        ],
      },
    },
  },
}

const book: Schema = { $ref: '#/components/schemas/Book' }
const render = (language: Language, document: ApiDocument) =>
  renderToString(
    <LanguageContext.Provider value={language}>
      <Layout title="API" assets={assets} path="/api" width="wide">
        <ApiReference document={document} address="/api/openapi.json" />
      </Layout>
    </LanguageContext.Provider>,
  )

test('operations stand under their tag, in the order of the tags, and an unused tag is left out', () => {
  expect(operationGroups(library).map(group => [group.tag, ...group.operations.map(one => one.id)])).toEqual([
    ['loans', 'get-loans', 'post-loans'],
    ['books', 'get-books-book'],
  ])
})

test('a parameter of the path belongs to each of its operations, and a reference is followed', () => {
  const operation = operationGroups(library)[1]?.operations[0]
  expect(operation?.parameters.map(({ name, place, isRequired }) => ({ name, place, isRequired }))).toEqual([
    { name: 'book', place: 'path', isRequired: true },
    { name: 'fields', place: 'query', isRequired: false },
  ])
  expect(operation?.answers[1]).toMatchObject({ status: '404', description: 'There is no such book.' })
})

test('each value of a schema is a row with its place, its type and its bounds', () => {
  expect(schemaRows(library, book).map(row => [row.name, row.type, row.limits, row.isRequired])).toEqual([
    ['title', 'string', '1–200 length', true],
    ['year', 'integer | null', '≥ 1450', false],
    ['state', '"in" | "out"', '', false],
    ['parts', 'object[]', '', true],
    ['parts[].heading', 'string', '', true],
    ['parts[].parts', 'Part[]', '', false],
  ])
})

test('a value that may be missing keeps the bounds of what it can be', () => {
  const [row] = schemaRows(library, { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] })
  expect(row).toMatchObject({ type: 'string | null', limits: 'date' })
})

test('what nobody described is not described by a word of the generator', () => {
  const document: ApiDocument = {
    ...library,
    paths: { '/': { get: { responses: { 200: { description: 'Default Response' } } } } },
  }
  expect(render('sv', document)).not.toContain('Default')
})

test('of alternatives, only what all of them require is required', () => {
  const rows = schemaRows(library, { $ref: '#/components/schemas/Loan' })
  expect(rows.map(row => [row.name, row.isRequired])).toEqual([
    ['book', true],
    ['days', false],
    ['until', false],
  ])
})

test('a schema that is one value or one list has a row without a name', () => {
  expect(schemaRows(library, { type: 'string' })).toMatchObject([{ name: '', type: 'string' }])
  expect(schemaRows(library, { type: 'array', items: book }).map(row => row.name)).toContain('[].title')
})

test('a list of alternatives is written so that it cannot be misread', () => {
  expect(typeOf(library, { type: 'array', items: { enum: ['a', 'b'] } })).toBe('("a" | "b")[]')
})

test('the example of a schema that holds itself has an end', () => {
  expect(exampleOf(library, book)).toEqual({
    title: 'text',
    year: 1450,
    state: 'in',
    parts: [{ heading: 'text', parts: [] }],
  })
})

test('a reference that leads nowhere is not passed over in silence', () => {
  expect(() => resolveReference(library, '#/components/schemas/Gone')).toThrow('leads nowhere')
  expect(() => typeOf(library, { $ref: 'https://example.org/schema' })).toThrow('not in this document')
})

test('a name with a slash in it can be referred to', () => {
  expect(resolveReference(library, '#/paths/~1loans/post/deprecated')).toBe(true)
})

describe.each(['sv', 'en'] as const)('the page in %s', language => {
  test('every operation is on it, under a heading of its own', () => {
    const html = render(language, library)
    for (const { operations } of operationGroups(library)) {
      for (const { id, method, path } of operations) {
        expect(html).toContain(`<h3 id="${id}-heading">${method} <code>${path}</code>`)
      }
    }
    expect(html).not.toMatch(/undefined|\[object|NaN/)
  })

  test('no id and no name of a table stands twice', () => {
    const html = render(language, library)
    for (const pattern of [/\sid="([^"]*)"/g, /<caption[^>]*><span>([^<]*)/g]) {
      const found = [...html.matchAll(pattern)].map(match => match[1])
      expect(found.filter((one, place) => found.indexOf(one) !== place)).toEqual([])
    }
  })
})

test('a document without operations says so', () => {
  expect(render('en', { openapi: '3.1.0', info: library.info })).toContain('There is nothing to ask for yet.')
})

test('axe finds nothing on the page, on a desk and on the narrowest phone, light and dark', async () => {
  const style = await compiledStyle()
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [320, 1280]) {
        const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } })
        const page = await context.newPage()
        await page.setContent(`<!doctype html>${render('sv', library)}`)
        await page.addStyleTag({ content: style })
        await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`)
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(node => node.html) }))).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
        await context.close()
      }
    }
  } finally {
    await browser.close()
  }
})
