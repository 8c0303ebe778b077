import type { Language } from '../i18n/language.ts'
import { type Cell, printable, type Table } from './document.ts'

/**
 * One table as CSV that a Swedish Excel opens rightly: UTF-8 with a byte order mark, semicolons, CRLF, decimals
 * as the language writes them. A share stays a number 0-1 and a date `YYYY-MM-DD`.
 */
export function toCsv(language: Language, { columns, rows }: Table): string {
  const head = columns.map(column => column.name)
  const lines = [head, ...rows].map(row => row.map(cell => field(language, cell)).join(';'))
  return `\ufeff${lines.map(line => `${line}\r\n`).join('')}`
}

function field(language: Language, cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return language === 'sv' ? String(cell).replace('.', ',') : String(cell)
  const text = withoutFormula(printable(cell))
  return /[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A spreadsheet runs a cell that begins so, also when someone else wrote it: `=HYPERLINK(…)` sends the sheet away.
 * An apostrophe makes it text. What is only a number is left a number.
 * Source: OWASP, CSV Injection.
 */
const withoutFormula = (text: string): string =>
  /^\s*[=+\-@|%＝＋－＠]|^[\t\n]/.test(text) && !/^[+-]?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text
