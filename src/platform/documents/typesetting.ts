import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkDocument, type Document } from './document.ts'
import { fontFiles } from './look.ts'
import type { Answer, Order } from './typesetter.ts'

export interface TypesettingLimits {
  /** Longest time for one document, from when it is its turn. */
  readonly timeoutMilliseconds: number
  /** A typesetter that has set this many documents is replaced. */
  readonly documentsEach: number
  /** A typesetter that holds more than this after a document is replaced. */
  readonly memoryBytes: number
  /** One without work this long ends, so that an idle program is small. */
  readonly idleMilliseconds: number
}

const usual: TypesettingLimits = {
  timeoutMilliseconds: 30_000,
  documentsEach: 25,
  memoryBytes: 350_000_000,
  idleMilliseconds: 60_000,
}

export interface Typesetting {
  /**
   * Sets a Typst program of ours as PDF/UA-1. The program reads `model` as `json("/model.json")`; what people wrote
   * belongs there and never in `source`.
   * @throws {TypesettingFailed} when Typst refuses, takes too long or dies; the next document is not touched by it
   */
  typeset(source: string, model: object, createdAt: Date): Promise<Buffer>
  /**
   * The document as a Word file or workbook, as `toDocx` and `toXlsx` make it, without keeping the program from
   * answering meanwhile.
   * @throws {WrongDocument} and {TypesettingFailed}
   */
  pack(format: 'docx' | 'xlsx', document: Document): Promise<Buffer>
  /** Ends the typesetter; documents that wait fail. */
  close(): Promise<void>
}

/** The message says what Typst said. */
export class TypesettingFailed extends Error {}

interface Waiting {
  readonly order: Order
  readonly done: (file: Buffer) => void
  readonly failed: (error: TypesettingFailed) => void
}

/** Each of the kinds, without the number that it gets in the queue. */
type Unnumbered<Kind> = Kind extends unknown ? Omit<Kind, 'id'> : never

interface Typesetter {
  readonly process: ChildProcess
  documents: number
}

// Beside this file as source, and beside the bundle when built.
const program = ['typesetter.js', 'typesetter.ts']
  .map(name => new URL(name, import.meta.url))
  .map(url => fileURLToPath(url))
  .find(path => existsSync(path))

/** One typesetter at a time, started when there is work; documents are set in the order they were asked for. */
export function openTypesetting(limits: Partial<TypesettingLimits> = {}): Typesetting {
  const { timeoutMilliseconds, documentsEach, memoryBytes, idleMilliseconds } = { ...usual, ...limits }
  const queue: Waiting[] = []
  let current: Waiting | undefined
  let typesetter: Typesetter | undefined
  let timer: NodeJS.Timeout | undefined
  let lastId = 0
  let closed = false

  function start(): Typesetter {
    if (program === undefined) throw new Error('typesetter.js is missing beside the program')
    const folders = [...new Set(fontFiles.map(file => dirname(file)))]
    // It needs nothing of our environment, which can hold passwords.
    const process = fork(program, folders, { serialization: 'advanced', env: {}, execArgv: [] })
    const started: Typesetter = { process, documents: 0 }
    process.on('message', message => receive(started, message as Answer))
    process.on('error', error => lost(started, error.message))
    process.on('exit', (code, signal) => lost(started, `the typesetter ended (${signal ?? code})`))
    return started
  }

  function next() {
    clearTimeout(timer)
    current = queue.shift()
    if (current === undefined) {
      timer = setTimeout(retire, idleMilliseconds)
      timer.unref()
      // Waiting for work must not keep the program alive.
      typesetter?.process.unref()
      typesetter?.process.channel?.unref()
      return
    }
    typesetter ??= start()
    typesetter.process.ref()
    typesetter.process.channel?.ref()
    timer = setTimeout(() => fail(`took longer than ${timeoutMilliseconds} ms`), timeoutMilliseconds)
    typesetter.process.send(current.order)
  }

  function make(what: Unnumbered<Order>): Promise<Buffer> {
    return new Promise((done, failed) => {
      if (closed) return failed(new TypesettingFailed('typesetting is closed'))
      lastId += 1
      queue.push({ order: { id: lastId, ...what }, done, failed })
      if (current === undefined) next()
    })
  }

  function receive(from: Typesetter, answer: Answer) {
    if (from !== typesetter || answer.id !== current?.order.id) return
    from.documents += 1
    if (answer.memoryBytes > memoryBytes || from.documents >= documentsEach) retire()
    const { done, failed } = current
    if ('file' in answer)
      done(Buffer.from(answer.file.buffer, answer.file.byteOffset, answer.file.byteLength))
    else failed(new TypesettingFailed(answer.fault))
    next()
  }

  function lost(which: Typesetter, why: string) {
    if (which === typesetter) fail(why)
  }

  function fail(why: string) {
    retire()
    current?.failed(new TypesettingFailed(why))
    next()
  }

  function retire() {
    typesetter?.process.kill('SIGKILL')
    typesetter = undefined
  }

  return {
    typeset: (source, model, createdAt) =>
      make({
        kind: 'pdf',
        source,
        model: JSON.stringify(model),
        createdAt: Math.floor(createdAt.getTime() / 1000),
      }),
    async pack(format, document) {
      checkDocument(document)
      return make({ kind: format, document })
    },
    async close() {
      closed = true
      for (const { failed } of queue.splice(0)) failed(new TypesettingFailed('typesetting is closed'))
      const last = typesetter?.process
      fail('typesetting is closed')
      clearTimeout(timer)
      if (last && last.exitCode === null && last.signalCode === null) {
        last.ref()
        await new Promise(ended => last.once('exit', ended))
      }
    },
  }
}
