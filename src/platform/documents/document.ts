import { formatDate, formatNumber, formatPercent } from '../i18n/format.ts'
import type { Language } from '../i18n/language.ts'

/**
 * What a report, a protocol or a list says, without a word of how it looks. The same value becomes a tagged PDF,
 * a Word file, a workbook with its tables, and CSV, so that the formats cannot tell different stories.
 */
export interface Document {
  readonly title: string
  readonly language: Language
  /** One line under the title: what it is about, or where and when. */
  readonly subtitle?: string
  /** Who stands behind it; in the file's properties. */
  readonly author?: string
  readonly blocks: readonly Block[]
}

export type Block = Heading | Paragraph | Note | List | Terms | Table | Figure | Bars | PageBreak

/** Level 1 is the first under the title. No level is skipped: readers who listen move by headings. */
export interface Heading {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3
  readonly text: string
}

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: Text
}

/** A paragraph that must not be missed, such as a deviation from the plan. */
export interface Note {
  readonly kind: 'note'
  readonly text: Text
}

export interface List {
  readonly kind: 'list'
  /** True: 1, 2, 3 … */
  readonly ordered?: boolean
  readonly items: readonly Text[]
}

/** Names with what they stand for: date, place, number of experts. */
export interface Terms {
  readonly kind: 'terms'
  readonly terms: readonly { readonly term: string; readonly text: Text }[]
}

export interface Table {
  readonly kind: 'table'
  /** What the table shows; stands above it, and is what a screen reader says first. */
  readonly caption: string
  /** Name of the sheet in a workbook; the caption where missing. */
  readonly sheet?: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

export interface Column {
  readonly name: string
  /** `share` is a number 0-1 that is shown as whole percent; `date` is `YYYY-MM-DD`. Without a kind: text. */
  readonly kind?: 'text' | 'number' | 'share' | 'date'
  /** Decimals of numbers where they are read; a workbook has them all. */
  readonly decimals?: number
  /** Width in relation to the other columns. Default 3 for text and 1 for the rest. */
  readonly width?: number
}

/** Null is a value that is not there, and shows as nothing. */
export type Cell = string | number | null

export interface Figure {
  readonly kind: 'figure'
  readonly caption: string
  /** What one who does not see it needs to know: the message and not the looks. */
  readonly alt: string
  /**
   * A whole SVG with width, height and viewBox, coloured by attributes: no style sheet reaches a document. Word shows
   * it since 2018 and LibreOffice since 7.6; what must be seen in older ones is `bars` or a table.
   */
  readonly svg: string
  /** Width and height in CSS pixels; shown at most as wide as the page's text. */
  readonly size: { readonly width: number; readonly height: number }
}

/**
 * Lying bars, each with its name and value. A picture in PDF and a chart of Word's own in Word, where one can copy
 * its values. What it shows stands also in a table.
 */
export interface Bars {
  readonly kind: 'bars'
  readonly caption: string
  readonly alt: string
  /** What the values are: `Andel ja`. */
  readonly measure: string
  /** The value of a bar of full length: 1 for shares. */
  readonly most: number
  readonly bars: readonly Bar[]
}

export interface Bar {
  readonly label: string
  /** 0 to `most`. */
  readonly value: number
  /** How the value is written beside its bar: `57 % (13 av 23)`. */
  readonly written: string
}

export interface PageBreak {
  readonly kind: 'page-break'
}

/** Plain text, or pieces of it where some are strong or lead somewhere. */
export type Text = string | readonly Run[]

export interface Run {
  readonly text: string
  readonly strong?: boolean
  /** Absolute address: https, http or mailto. */
  readonly link?: string
}

/** A mistake in how a document was put together; to be mended in the code, not shown to people. */
export class WrongDocument extends Error {}

/**
 * Refuses what some format could not show rightly, so that all formats refuse the same.
 * @throws {WrongDocument} for a skipped heading level, a row of the wrong length, a link to a script
 */
export function checkDocument(document: Document): void {
  let level = 0
  for (const block of document.blocks) {
    if (block.kind === 'heading') {
      if (block.level > level + 1) throw new WrongDocument(`"${block.text}" skips a heading level`)
      level = block.level
    }
    if (block.kind === 'table') checkTable(block)
    if (block.kind === 'bars' && block.bars.length === 0)
      throw new WrongDocument(`"${block.caption}" has no bars`)
    for (const { link } of textsOf(block).flatMap(runsOf)) {
      if (link !== undefined && !/^(https?:\/\/|mailto:)/i.test(link)) {
        throw new WrongDocument(`a document cannot link to ${link}`)
      }
    }
  }
}

function checkTable({ caption, columns, rows }: Table) {
  if (columns.length === 0) throw new WrongDocument(`the table "${caption}" has no columns`)
  const wrong = rows.findIndex(row => row.length !== columns.length)
  if (wrong !== -1)
    throw new WrongDocument(`row ${wrong + 1} of "${caption}" has not ${columns.length} cells`)
}

function textsOf(block: Block): readonly Text[] {
  if (block.kind === 'paragraph' || block.kind === 'note') return [block.text]
  if (block.kind === 'list') return block.items
  return block.kind === 'terms' ? block.terms.map(({ text }) => text) : []
}

/** The pieces of a text, fit to be written in XML and shown: without control characters. */
export const runsOf = (text: Text): readonly Run[] =>
  (typeof text === 'string' ? [{ text }] : text).map(run => ({ ...run, text: printable(run.text) }))

// XML 1.0 has no way to write these, and a file that holds one does not open.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is sought
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** The text without what no document can hold; line endings become `\n`. */
export const printable = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unprintable, '')

export const tablesOf = (document: Document): readonly Table[] =>
  document.blocks.filter(block => block.kind === 'table')

/** Anything but text stands to the right, so that digits align. */
export const isText = (column: Column): boolean => column.kind === undefined || column.kind === 'text'

export const widthOf = (column: Column): number => column.width ?? (isText(column) ? 3 : 1)

/** A cell as people read it: `57 %`, `15 maj 2014`. */
export function cellText(language: Language, column: Column, cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') {
    return column.kind === 'share'
      ? formatPercent(language, cell)
      : formatNumber(language, cell, column.decimals)
  }
  return column.kind === 'date' && isDate(cell) ? formatDate(language, cell) : printable(cell)
}

export const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
