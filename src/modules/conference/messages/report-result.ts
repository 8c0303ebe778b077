import { type ProtocolEntry, protocolEntries } from '../rules/after/report.ts'
import { compareShares, percent } from '../rules/rounds/share.ts'
import {
  numberList,
  type ReportBlock,
  type ReportSection,
  type ReportTable,
  ratio,
  type Wording,
} from './report-parts.ts'

/** What the conference arrived at: in short, the core protocol, the comprehensive protocol. */
export function resultSections(wording: Wording): ReportSection[] {
  const { report, t } = wording
  const core = protocolEntries(report.rounds, 'core')
  const comprehensive = protocolEntries(report.rounds, 'comprehensive')
  return [
    {
      id: 'summary',
      heading: t.summary.heading,
      blocks: summary(wording, core.length, comprehensive.length),
    },
    { id: 'core', heading: t.core.heading, blocks: coreProtocol(wording, core) },
    {
      id: 'comprehensive',
      heading: t.comprehensive.heading,
      blocks: comprehensiveProtocol(wording, comprehensive, core),
    },
  ]
}

function summary({ report, t }: Wording, core: number, comprehensive: number): ReportBlock[] {
  const items = report.items.filter(item => item.derived === null).length
  const { tookPart, experts } = report.participants
  const chosen = core + comprehensive
  const outcome =
    core > 0 && comprehensive > 0
      ? t.summary.both(items, comprehensive, core)
      : chosen > 0
        ? t.summary.one(items, chosen)
        : t.summary.none(items)
  return [
    { kind: 'paragraph', text: [{ text: outcome, strong: true }] },
    ...(report.rounds.length > 0
      ? [{ kind: 'paragraph', text: t.summary.voters(tookPart, experts, report.rounds.length) } as const]
      : []),
    ...(core > 0 && comprehensive > 0 ? [{ kind: 'paragraph', text: t.summary.protocols } as const] : []),
  ]
}

function coreProtocol(wording: Wording, entries: readonly ProtocolEntry[]): ReportBlock[] {
  const { report, language, t, nameOf } = wording
  if (entries.length === 0) return [{ kind: 'paragraph', text: t.core.none }]
  const rounds = numberList(
    entries.map(entry => entry.round),
    language,
  )
  const isYesNo = entries.every(
    entry => report.rounds.find(one => one.rule.round === entry.round)?.rule.ballot !== 'rating-1-9',
  )
  const ordered = entries.toSorted((a, b) => compareShares(b.share, a.share) || a.item - b.item)
  const [most, fewest] = [ordered[0], ordered.at(-1)]
  return [
    {
      kind: 'paragraph',
      text: (isYesNo ? t.core.lead : t.core.leadOther)(rounds),
    },
    {
      kind: 'bars',
      caption: t.core.chart,
      alt: t.core.chartText(
        most ? `${nameOf(most.item)}, ${wording.share(most.share)}` : '',
        fewest ? `${nameOf(fewest.item)}, ${wording.share(fewest.share)}` : '',
      ),
      measure: t.column.share,
      most: 1,
      bars: ordered.map(({ item, share }) => ({
        label: nameOf(item),
        value: share.of === 0 ? 0 : share.yes / share.of,
        written: `${percent(share)}\u00a0% (${t.kOfN(share.yes, share.of)})`,
      })),
      shares: ordered.map(({ item, share }) => ({ label: nameOf(item), count: share.yes, of: share.of })),
    },
    protocolTable(wording, entries, 'core-protocol', t.core.caption),
  ]
}

function comprehensiveProtocol(
  wording: Wording,
  entries: readonly ProtocolEntry[],
  core: readonly ProtocolEntry[],
): ReportBlock[] {
  const { t } = wording
  if (entries.length === 0) return [{ kind: 'paragraph', text: t.comprehensive.none }]
  return [
    { kind: 'paragraph', text: t.comprehensive.lead },
    protocolTable(wording, entries, 'comprehensive-protocol', t.comprehensive.caption, core),
  ]
}

function protocolTable(
  { t, nameOf, kindOf, perspectiveOf }: Wording,
  entries: readonly ProtocolEntry[],
  name: 'core-protocol' | 'comprehensive-protocol',
  caption: string,
  core: readonly ProtocolEntry[] = [],
): ReportTable {
  const { column } = t
  const isRated = entries.some(entry => entry.ratings)
  const inCore = new Set(core.map(entry => entry.item))
  return {
    kind: 'table',
    name,
    caption,
    sheet: name === 'core-protocol' ? t.core.heading : t.comprehensive.heading,
    onPhone: 'scroll',
    rowHeader: 1,
    columns: [
      { name: column.number, kind: 'number', width: 0.9 },
      { name: column.item, width: 5 },
      { name: column.kind, width: 1.4 },
      { name: column.perspective, width: 2.1 },
      { name: column.round, kind: 'number', width: 1.5 },
      { name: isRated ? column.high : column.yes, kind: 'number', width: 0.8 },
      { name: column.of, kind: 'number', width: 0.8 },
      { name: column.share, kind: 'share', width: 1.2 },
      ...(core.length > 0 ? [{ name: column.core, width: 1.1 }] : []),
    ],
    rows: entries.map(({ item, round, share }) => [
      item,
      nameOf(item),
      kindOf(item),
      perspectiveOf(item),
      round,
      share.yes,
      share.of,
      ratio(share),
      ...(core.length > 0 ? [inCore.has(item) ? t.agreement.disagrees.yes : ''] : []),
    ]),
  }
}
