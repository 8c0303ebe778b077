/**
 * The process that makes files. It stands alone because Typst's memory only grows: it is replaced now and then, and
 * a document that takes it down takes nothing else with it. And while it packs a long Word file or workbook, for a
 * second or two, the program goes on answering. Started by typesetting.ts, which holds its channel.
 */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Document } from './document.ts'

export type Order = { readonly id: number } & (TypeOrder | OfficeOrder)

interface TypeOrder {
  readonly kind: 'pdf'
  /** A Typst program of ours; it may read `/model.json` and nothing else. */
  readonly source: string
  /** JSON text. */
  readonly model: string
  /** Seconds since 1970, for the file's properties. */
  readonly createdAt: number
}

interface OfficeOrder {
  readonly kind: 'docx' | 'xlsx'
  readonly document: Document
}

export type Answer =
  | { readonly id: number; readonly file: Uint8Array; readonly memoryBytes: number }
  | { readonly id: number; readonly fault: string; readonly memoryBytes: number }

// A folder that is not there: a program that tries to read a file of the machine finds none.
const workspace = '/mellanrum-document'

const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: process.argv.slice(2) }] })

function typeset({ source, model, createdAt }: TypeOrder): Uint8Array {
  compiler.mapShadow(`${workspace}/model.json`, Buffer.from(model))
  const compiled = compiler.compile({ mainFileContent: source, resetRead: true })
  const document = compiled.result
  if (document === null) {
    const error = compiled.takeError()
    throw new Error(error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'nothing came out')
  }
  // PDF/UA-1 (ISO 14289-1): the export refuses what a screen reader could not read.
  return compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: createdAt })
}

const missing = /the text `\\?"(.+?)\\?"` could not be displayed/g

/**
 * PDF/UA refuses a character that no font has, and one emoji in a comment must not cost a whole report. Such
 * characters are written as [?]; with a font that has them on the machine they are shown.
 */
function typesetWithWhatFontsHave(order: TypeOrder): Uint8Array {
  let { model } = order
  for (let attempts = 0; ; attempts++) {
    try {
      return typeset({ ...order, model })
    } catch (error) {
      const before = model
      for (const [, written] of String(error).matchAll(missing))
        model = model.replaceAll(unescaped(written), '[?]')
      if (model === before || attempts === 9) throw error
    }
  }
}

/** Typst writes characters that do not show as `\u{e000}`. */
const unescaped = (written = '') =>
  written.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))

/** The packers are loaded when they are asked for: most documents are PDF. */
async function make(order: Order): Promise<Uint8Array> {
  if (order.kind === 'pdf') return typesetWithWhatFontsHave(order)
  if (order.kind === 'docx') return (await import('./docx.ts')).toDocx(order.document)
  return (await import('./xlsx.ts')).toXlsx(order.document)
}

async function answer(order: Order): Promise<Answer> {
  try {
    const file = await make(order)
    return { id: order.id, file, memoryBytes: process.memoryUsage.rss() }
  } catch (error) {
    return { id: order.id, fault: String(error), memoryBytes: process.memoryUsage.rss() }
  } finally {
    compiler.evictCache(0)
  }
}

process.on('message', async (order: Order) => process.send?.(await answer(order)))
process.on('disconnect', () => process.exit())
