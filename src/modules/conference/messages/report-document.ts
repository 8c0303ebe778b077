import type { Document, Table } from '../../../platform/documents/document.ts'
import { formatDate, formatDays } from '../../../platform/i18n/format.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import type { Report } from '../queries/report.ts'
import { agreementSections } from './report-agreement.ts'
import { closingSections } from './report-appendix.ts'
import {
  listed,
  type ReportBlock,
  type ReportSection,
  type ReportTable,
  type TableName,
  type Wording,
  wordingOf,
} from './report-parts.ts'
import { peopleSections } from './report-people.ts'
import { resultSections } from './report-result.ts'
import { corrections, waySections } from './report-way.ts'

/** The report in words: what the page, the PDF, the Word file, the workbook and the tables all say. */
export interface WordedReport {
  readonly title: string
  readonly subtitle: string
  readonly author: string
  readonly language: Language
  readonly sections: readonly ReportSection[]
  /** File names without their ending. */
  readonly fileName: string
  readonly tableFileName: (table: TableName) => string
}

export function wordReport(report: Report, language: Language): WordedReport {
  const wording = wordingOf(report, language)
  const { t } = wording
  const { conference } = report
  const year = conference.startsOn.slice(0, 4)
  const days = formatDays(language, conference.startsOn, conference.endsOn)
  return {
    title: t.title(conference.name),
    subtitle: [conference.place, days].filter(part => part !== '').join(', '),
    author: listed(report.holders, language),
    language,
    sections: [
      ...correctionsOf(wording),
      ...resultSections(wording),
      ...peopleSections(wording),
      ...waySections(wording),
      ...agreementSections(wording),
      ...closingSections(wording),
    ],
    fileName: t.fileName(year),
    tableFileName: table => t.tableFileName(year, t.table[table]),
  }
}

function correctionsOf(wording: Wording): ReportSection[] {
  const { report, language, t } = wording
  const notes = corrections(wording)
  if (notes.length === 0 || !report.conference.publishedAt) return []
  return [
    {
      id: 'corrections',
      heading: t.corrections.heading,
      blocks: [
        { kind: 'paragraph', text: t.corrections.lead(formatDate(language, report.conference.publishedAt)) },
        ...notes.map(text => ({ kind: 'note', text }) as const),
      ],
    },
  ]
}

/** The report to read, as PDF or Word file. */
export const readingDocument = (worded: WordedReport): Document => ({
  ...documentHead(worded),
  blocks: worded.sections.flatMap(({ heading, blocks }) => [
    { kind: 'heading', level: 1, text: heading } as const,
    ...blocks.filter(block => !isTable(block) || !block.filesOnly),
  ]),
})

/** All tables of the report, also those too long to read: a workbook. */
export const tablesDocument = (worded: WordedReport): Document => ({
  ...documentHead(worded),
  blocks: tablesIn(worded),
})

const documentHead = ({ title, subtitle, author, language }: WordedReport) => ({
  title,
  subtitle,
  author,
  language,
})

const tablesIn = ({ sections }: WordedReport): readonly ReportTable[] =>
  sections.flatMap(({ blocks }) => blocks.filter(isTable))

/** A table by the name in its address; undefined when this report has none of that name. */
export const tableNamed = (worded: WordedReport, name: string): (ReportTable & Table) | undefined =>
  tablesIn(worded).find(table => table.name === name)

const isTable = (block: ReportBlock): block is ReportTable => block.kind === 'table'
