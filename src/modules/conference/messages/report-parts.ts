import type { Bars, Block, Figure, Table } from '../../../platform/documents/document.ts'
import type { FlowStep } from '../../../platform/documents/flow-chart.ts'
import { formatDate, formatTime } from '../../../platform/i18n/format.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import type { Report } from '../queries/report.ts'
import type { LineageItem } from '../rules/items/lineage.ts'
import type { ItemNumber } from '../rules/rounds/rule.ts'
import { percent, type Share } from '../rules/rounds/share.ts'
import { reportTexts } from './report.ts'
import type { ReportTexts } from './report-swedish.ts'
import { itemName, wordFor } from './words.ts'

/** What a table is called in an address; its file is called as the language says. */
export type TableName = keyof ReportTexts['table']

/** A table that can be had by itself. `filesOnly`: too long to read, so it stands in workbook and CSV. */
export interface ReportTable extends Table {
  readonly name: TableName
  readonly filesOnly?: boolean
  /** Long: a page shows it when it is asked for. */
  readonly folded?: boolean
  readonly onPhone: 'scroll' | 'stack'
  /** A few short columns, kept close to each other on a page. */
  readonly narrow?: boolean
  /** Place of the column that names the row. */
  readonly rowHeader: number
}

/** The flow chart: a picture in documents, and steps where a page draws it to fit the screen. */
export interface FlowFigure extends Figure {
  readonly flow: readonly FlowStep[]
}

/** Bars of shares, with the numbers that each share is of. */
export interface ShareBars extends Bars {
  readonly shares: readonly { readonly label: string; readonly count: number; readonly of: number }[]
}

export type ReportBlock = Exclude<Block, Table | Figure | Bars> | ReportTable | FlowFigure | ShareBars

export const sectionIds = [
  'corrections',
  'summary',
  'core',
  'comprehensive',
  'purpose',
  'experts',
  'rules',
  'way',
  'agreement',
  'roles',
  'feedback',
  'evaluation',
  'secrecy',
  'items',
  'arguments',
  'accord',
] as const
export type SectionId = (typeof sectionIds)[number]

export interface ReportSection {
  readonly id: SectionId
  readonly heading: string
  /** Headings in it begin at level 2. */
  readonly blocks: readonly ReportBlock[]
}

/** What every part of the report is worded with. */
export interface Wording {
  readonly report: Report
  readonly language: Language
  readonly t: ReportTexts
  readonly nameOf: (item: ItemNumber) => string
  readonly item: (item: ItemNumber) => LineageItem | undefined
  readonly kindOf: (item: ItemNumber) => string
  readonly perspectiveOf: (item: ItemNumber) => string
  readonly role: (role: string) => string
  readonly at: (instant: Date) => string
  /** `13 av 23 (57 %)`. */
  readonly share: (share: Share) => string
}

export function wordingOf(report: Report, language: Language): Wording {
  const t = reportTexts[language]
  const byNumber = new Map(report.items.map(item => [item.number, item]))
  return {
    report,
    language,
    t,
    item: number => byNumber.get(number),
    nameOf: number => itemName(language, byNumber.get(number) ?? { number, wordingSv: '', wordingEn: '' }),
    kindOf: number => wordFor(language, 'kind', byNumber.get(number)?.kind ?? ''),
    perspectiveOf: number => wordFor(language, 'perspective', byNumber.get(number)?.perspective ?? ''),
    role: role => wordFor(language, 'role', role),
    at: instant => t.at(formatDate(language, instant), formatTime(language, instant)),
    share: share => (share.of === 0 ? t.nobody : t.kOfNPercent(share.yes, share.of, percent(share))),
  }
}

/** `1, 3 och 7–9`. */
export function numberList(numbers: readonly number[], language: Language): string {
  const runs: [number, number][] = []
  for (const number of [...new Set(numbers)].toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  const parts = runs.flatMap(([from, to]) =>
    to - from > 1 ? [`${from}–${to}`] : from === to ? [`${from}`] : [`${from}`, `${to}`],
  )
  return listed(parts, language)
}

export const listed = (parts: readonly string[], language: Language): string =>
  new Intl.ListFormat(language === 'sv' ? 'sv' : 'en-GB', { type: 'conjunction' }).format(parts)

/** A share as a number for a table, or nothing where nobody could say yes. */
export const ratio = ({ yes, of }: Share): number | null => (of === 0 ? null : yes / of)

/** Text of several paragraphs, as it was written. */
export const paragraphs = (text: string): ReportBlock[] =>
  text
    .split(/\n\s*\n/)
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(part => ({ kind: 'paragraph', text: part }))
