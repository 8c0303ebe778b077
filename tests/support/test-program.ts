import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openProgram, type Program } from '../../src/app.tsx'
import { readConfig } from '../../src/config.ts'
import { openLog } from '../../src/platform/http/log.ts'
import { aDatabase, type TestDatabase } from './test-database.ts'

/** What a page answered, as a person meets it. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  /** Where a redirect leads. */
  readonly location: string | undefined
  readonly html: string
  /** The words of the page, without markup, spaces folded. */
  readonly text: string
  readonly json: () => unknown
  readonly bytes: Buffer
}

export type FormFields = Readonly<Record<string, string | number | readonly string[]>>

/** A browser without script: keeps its cookies, sends forms as forms. */
export interface Visitor {
  get(path: string): Promise<Answer>
  post(path: string, fields?: FormFields): Promise<Answer>
  /** Posts a file in a form, as a browser does. */
  upload(
    path: string,
    field: string,
    file: { name: string; bytes: Uint8Array },
    fields?: FormFields,
  ): Promise<Answer>
  /** Follows the answer's redirect. */
  follow(answer: Answer): Promise<Answer>
  readonly cookies: Map<string, string>
}

export interface TestProgram {
  readonly program: Program
  readonly test: TestDatabase
  /** All that the program logged so far, a JSON object a line. */
  readonly log: string[]
  visitor(): Visitor
  /** A visitor who has logged in as a demo persona. */
  as(persona: keyof typeof personaIds): Promise<Visitor>
  /** A second process' worth of the program on the same database, with the same secret. Close it before this one. */
  another(): Promise<TestProgram>
  close(): Promise<void>
}

/** The demo's personas by what they are for in a test. */
export const personaIds = {
  'process-leader': '5a0c3d1e-0000-4000-9000-000000000001',
  /** Works for another association than the process leader. */
  'other-manager': '5a0c3d1e-0000-4000-9000-000000000002',
  secretary: '5a0c3d1e-0000-4000-9000-000000000003',
  'case-worker': '5a0c3d1e-0000-4000-9000-000000000004',
}

const origin = 'http://mellanrum.test'

/**
 * The whole program on a database of its own, without a socket: requests go in by `inject`.
 * @param settings environment variables on top of a demo's
 */
export async function aProgram(settings: Record<string, string> = {}): Promise<TestProgram> {
  const test = await aDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'mellanrum-program-'))
  return programOn(test, folder, settings, async () => {
    await test.remove()
    rmSync(folder, { recursive: true, force: true })
  })
}

async function programOn(
  test: TestDatabase,
  folder: string,
  settings: Record<string, string>,
  remove: () => Promise<void>,
): Promise<TestProgram> {
  const log: string[] = []
  const config = readConfig({
    DATABASE_URL: test.adminUrl,
    MELLANRUM_DATA: folder,
    MELLANRUM_DEMO: 'yes',
    PUBLIC_URL: origin,
    PORT: '0',
    ...settings,
  })
  const program = await openProgram(config, openLog('info', { write: line => log.push(line) }))
  return {
    program,
    test,
    log,
    visitor: () => aVisitor(program),
    async as(persona) {
      const visitor = aVisitor(program)
      const answer = await visitor.post('/log-in', { persona: personaIds[persona] })
      if (answer.status !== 303) throw new Error(`the login answered ${answer.status}`)
      return visitor
    },
    another: () => programOn(test, folder, settings, async () => {}),
    async close() {
      await program.close()
      await remove()
    },
  }
}

function aVisitor(program: Program): Visitor {
  const cookies = new Map<string, string>()

  async function request(
    method: 'GET' | 'POST',
    path: string,
    body?: { type: string; payload: string | Buffer },
  ): Promise<Answer> {
    const response = await program.app.inject({
      method,
      url: path,
      headers: {
        host: new URL(origin).host,
        'accept-language': 'sv',
        ...(method === 'POST' && { origin }),
        ...(cookies.size > 0 && {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        }),
        ...(body && { 'content-type': body.type }),
      },
      ...(body && { payload: body.payload }),
    })
    for (const cookie of response.cookies) {
      if (cookie.value === '' || cookie.maxAge === 0) cookies.delete(cookie.name)
      else cookies.set(cookie.name, cookie.value)
    }
    const html = response.body
    return {
      status: response.statusCode,
      headers: response.headers,
      location: response.headers.location,
      html,
      text: textOf(html),
      json: () => JSON.parse(response.body),
      bytes: response.rawPayload,
    }
  }

  const visitor: Visitor = {
    cookies,
    get: path => request('GET', path),
    post: (path, fields = {}) =>
      request('POST', path, { type: 'application/x-www-form-urlencoded', payload: encoded(fields) }),
    upload(path, field, file, fields = {}) {
      const boundary = 'mellanrum-boundary-4e9c'
      const part = (head: string, content: Uint8Array | string) =>
        Buffer.concat([
          Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`),
          Buffer.from(content),
          Buffer.from('\r\n'),
        ])
      const parts = [
        ...[...new URLSearchParams(encoded(fields))].map(([name, value]) =>
          part(`content-disposition: form-data; name="${name}"`, value),
        ),
        part(
          `content-disposition: form-data; name="${field}"; filename="${file.name}"\r\ncontent-type: application/octet-stream`,
          file.bytes,
        ),
        Buffer.from(`--${boundary}--\r\n`),
      ]
      return request('POST', path, {
        type: `multipart/form-data; boundary=${boundary}`,
        payload: Buffer.concat(parts),
      })
    },
    follow(answer) {
      if (!answer.location)
        throw new Error(`nothing to follow: the answer was ${answer.status}: ${answer.text.slice(0, 300)}`)
      return request('GET', answer.location)
    },
  }
  return visitor
}

function encoded(fields: FormFields): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    if (Array.isArray(value)) for (const one of value) parameters.append(name, one)
    else parameters.append(name, String(value))
  }
  return parameters.toString()
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const textOf = (html: string): string =>
  html
    .replace(/<head>.*?<\/head>/s, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
