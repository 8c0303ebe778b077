import type { Block, Cell, Document, Table } from '../../../platform/documents/document.ts'
import { formatNumber, formatPercent } from '../../../platform/i18n/format.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import type { ReportedMeasure, WaveReport } from '../queries/wave-report.ts'
import type { Change } from '../rules/course.ts'
import { type Response, rateOf } from '../rules/response.ts'
import { reportMessages } from './report.ts'
import { periodName, words } from './words.ts'

/** The report of a wave in words: what the page, the PDF, the Word file, the workbook and the CSV all say. */
export function wordWaveReport(report: WaveReport, language: Language): Document {
  const t = reportMessages[language]
  return {
    title: titleOf(report, language),
    subtitle: t.subtitle(report.association.name),
    author: report.association.name,
    language,
    blocks: [
      { kind: 'heading', level: 1, text: t.facts },
      { kind: 'terms', terms: factsOf(report, language) },
      { kind: 'heading', level: 1, text: t.results },
      resultTable(report, language),
      ...initiativeBlocks(report, language),
      { kind: 'heading', level: 1, text: t.method },
      { kind: 'list', items: t.methodList },
    ],
  }
}

export const titleOf = ({ measurement }: WaveReport, language: Language): string =>
  reportMessages[language].title(
    words[language].group[measurement.respondents],
    periodName(language, measurement.period),
  )

/** Names with what they stand for. */
export function factsOf(
  { association, measurement, response }: WaveReport,
  language: Language,
): readonly { readonly term: string; readonly text: string }[] {
  const t = reportMessages[language]
  return [
    { term: t.association, text: association.name },
    { term: t.wave, text: periodName(language, measurement.period) },
    { term: t.group, text: words[language].group[measurement.respondents] },
    { term: t.questionnaire, text: measurement.askedWith },
    { term: t.response, text: responseText(response, language) },
    { term: t.source, text: t[measurement.source] },
  ]
}

function responseText(response: Response, language: Language): string {
  const t = reportMessages[language]
  if ('suppressed' in response) return t.tooFew
  const rate = rateOf(response)
  const count = (value: number) => formatNumber(language, value)
  return rate === null || response.expected === null
    ? t.responseUnknown(count(response.answered))
    : t.responseText(count(response.answered), count(response.expected), formatPercent(language, rate))
}

/** All questions, a row each. */
export function resultTable({ measures }: WaveReport, language: Language): Table {
  const { table: t } = reportMessages[language]
  return {
    kind: 'table',
    caption: t.caption,
    sheet: t.sheet,
    columns: [
      { name: t.number, kind: 'number', width: 0.5 },
      { name: t.indicator, width: 4 },
      { name: t.share, kind: 'share' },
      { name: t.low, kind: 'share' },
      { name: t.high, kind: 'share' },
      { name: t.n, kind: 'number' },
      { name: t.difference, kind: 'share' },
      { name: t.verdict, width: 2 },
    ],
    rows: measures.map(measure => rowOf(measure, language)),
  }
}

function rowOf({ indicator, point: { figure }, change }: ReportedMeasure, language: Language): Cell[] {
  const t = reportMessages[language]
  const start = [indicator.number, indicator.label[language]]
  if (figure.suppressed) return [...start, null, null, null, null, null, t.tooFew]
  const { share, low, high, n } = figure
  const difference = change.kind === 'change' ? rounded(change.by.difference) : null
  return [...start, rounded(share), rounded(low), rounded(high), n, difference, changeText(change, language)]
}

function changeText(change: Change, language: Language): string {
  const t = reportMessages[language]
  if (change.kind === 'first') return t.first
  if (change.kind === 'new-series') return t.newSeries
  return change.kind === 'suppressed' ? t.cannot : t.verdict[change.judged.verdict]
}

/** Figures that people copy: no more decimals than say something. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

function initiativeBlocks(report: WaveReport, language: Language): Block[] {
  if (report.initiatives.length < 2) return []
  const t = reportMessages[language]
  return [{ kind: 'heading', level: 1, text: t.byInitiative }, initiativeTable(report, language)]
}

/** All questions in all initiatives that were asked, a row each. */
export function initiativeTable({ measures, initiatives }: WaveReport, language: Language): Table {
  const { table: t, initiatives: own, tooFew, yes, shown } = reportMessages[language]
  return {
    kind: 'table',
    caption: own.caption,
    sheet: own.sheet,
    columns: [
      { name: t.number, kind: 'number', width: 0.5 },
      { name: own.initiative, width: 3 },
      { name: t.share, kind: 'share' },
      { name: t.low, kind: 'share' },
      { name: t.high, kind: 'share' },
      { name: t.n, kind: 'number' },
      { name: shown, width: 2 },
    ],
    rows: measures.flatMap(({ indicator, parts }) =>
      initiatives.flatMap(({ id, name }): Cell[][] => {
        const figure = parts.get(id)
        if (!figure) return []
        if (figure.suppressed) return [[indicator.number, name, null, null, null, null, tooFew]]
        const { share, low, high, n } = figure
        return [[indicator.number, name, rounded(share), rounded(low), rounded(high), n, yes]]
      }),
    ),
  }
}
