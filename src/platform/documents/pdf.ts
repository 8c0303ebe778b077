import { drawBars } from './bar-chart.ts'
import {
  type Block,
  cellText,
  checkDocument,
  type Document,
  isText,
  printable,
  runsOf,
  type Table,
  widthOf,
} from './document.ts'
import { messages } from './messages.ts'
import { documentTemplate } from './pdf-template.ts'
import type { Typesetting } from './typesetting.ts'

/**
 * The document as tagged PDF (PDF/UA-1), A4, pages numbered.
 * @param createdAt the time in the file's properties
 * @throws {WrongDocument} and {TypesettingFailed}
 */
export async function toPdf(typesetting: Typesetting, document: Document, createdAt: Date): Promise<Buffer> {
  checkDocument(document)
  const { page, of } = messages[document.language]
  const model = {
    title: printable(document.title),
    language: document.language,
    author: printable(document.author ?? ''),
    subtitle: printable(document.subtitle ?? ''),
    words: { page, of },
    blocks: document.blocks.map(block => blockModel(document, block)),
  }
  return typesetting.typeset(documentTemplate, model, createdAt)
}

/** A block as the template takes it: all values as text, all texts as runs. */
function blockModel(document: Document, block: Block): object {
  const { kind } = block
  switch (kind) {
    case 'heading':
      return { kind, level: block.level, text: printable(block.text) }
    case 'paragraph':
    case 'note':
      return { kind, runs: runsOf(block.text) }
    case 'list':
      return { kind, ordered: block.ordered ?? false, items: block.items.map(runsOf) }
    case 'terms':
      return {
        kind,
        terms: block.terms.map(({ term, text }) => ({ term: printable(term), runs: runsOf(text) })),
      }
    case 'table':
      return tableModel(document, block)
    case 'figure':
      return {
        kind,
        caption: printable(block.caption),
        alt: printable(block.alt),
        svg: block.svg,
        width: block.size.width,
      }
    case 'bars':
      return {
        kind: 'figure',
        caption: printable(block.caption),
        alt: printable(block.alt),
        ...drawBars(block),
      }
    case 'page-break':
      return { kind }
  }
}

const tableModel = ({ language }: Document, { kind, caption, columns, rows }: Table) => ({
  kind,
  caption: printable(caption),
  widths: columns.map(widthOf),
  aligns: columns.map(column => (isText(column) ? 'left' : 'right')),
  head: columns.map(column => printable(column.name)),
  rows: rows.map(row => columns.map((column, index) => cellText(language, column, row[index] ?? null))),
})
