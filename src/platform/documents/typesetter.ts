/**
 * The process that sets type. It stands alone because Typst's memory only grows: it is replaced now and then, and
 * a document that takes it down takes nothing else with it. Started by typesetting.ts, which holds its channel.
 */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

export interface Order {
  readonly id: number
  /** A Typst program of ours; it may read `/model.json` and nothing else. */
  readonly source: string
  /** JSON text. */
  readonly model: string
  /** Seconds since 1970, for the file's properties. */
  readonly createdAt: number
}

export type Answer =
  | { readonly id: number; readonly pdf: Uint8Array; readonly memoryBytes: number }
  | { readonly id: number; readonly fault: string; readonly memoryBytes: number }

// A folder that is not there: a program that tries to read a file of the machine finds none.
const workspace = '/mellanrum-document'

const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: process.argv.slice(2) }] })

function typeset({ source, model, createdAt }: Order): Uint8Array {
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
function typesetWithWhatFontsHave(order: Order): Uint8Array {
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

function answer(order: Order): Answer {
  try {
    const pdf = typesetWithWhatFontsHave(order)
    return { id: order.id, pdf, memoryBytes: process.memoryUsage.rss() }
  } catch (error) {
    return { id: order.id, fault: String(error), memoryBytes: process.memoryUsage.rss() }
  } finally {
    compiler.evictCache(0)
  }
}

process.on('message', (order: Order) => process.send?.(answer(order)))
process.on('disconnect', () => process.exit())
