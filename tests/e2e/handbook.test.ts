import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aProgram, type TestProgram, type Visitor } from '../support/test-program.ts'

const root = join(import.meta.dirname, '../..')
const pages = ['README.md', ...globSync('docs/handbok/*.md', { cwd: root })]

/** Addresses of the program, as the documents write them: `/api`, `GET /health`. */
const addresses = pages.flatMap(page =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/`(?:GET )?(\/[a-z][a-z0-9/.-]*)`/g)].map(
    match => match[1] ?? '',
  ),
)

let program: TestProgram
beforeAll(async () => {
  program = await aProgram()
})
afterAll(() => program?.close())

test('every address that README and the handbook name answers somebody', async () => {
  const expert = program.visitor()
  await expert.post('/try/vote')
  const readers: Visitor[] = [program.visitor(), await program.as('process-leader'), expert]
  expect(addresses.length).toBeGreaterThan(1)
  for (const address of new Set(addresses)) {
    const answers = await Promise.all(readers.map(reader => reader.get(address)))
    expect(
      answers.map(answer => answer.status),
      address,
    ).toContain(200)
  }
})
