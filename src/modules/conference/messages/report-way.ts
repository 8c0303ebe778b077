import { drawFlow, type FlowStep } from '../../../platform/documents/flow-chart.ts'
import { type FlowRound, flow } from '../rules/after/report.ts'
import {
  numberList,
  type ReportBlock,
  type ReportSection,
  type ReportTable,
  type Wording,
} from './report-parts.ts'
import { ruleSentences } from './rule-sentences.ts'

/** How it was decided: the rules as they were locked, and what became of the items. */
export function waySections(wording: Wording): ReportSection[] {
  const { t } = wording
  return [
    { id: 'rules', heading: t.rules.heading, blocks: rules(wording) },
    { id: 'way', heading: t.path.heading, blocks: way(wording) },
  ]
}

function rules(wording: Wording): ReportBlock[] {
  const { report, language, t } = wording
  return [
    { kind: 'paragraph', text: t.rules.lead },
    ...report.rounds.flatMap((round): ReportBlock[] => [
      { kind: 'heading', level: 2, text: t.round(round.rule.round) },
      { kind: 'list', items: ruleSentences(round.lockedRule, language) },
      ...round.deviations.slice(-1).flatMap((deviation): ReportBlock[] => [
        { kind: 'note', text: t.rules.changedText(deviation.reason) },
        { kind: 'paragraph', text: t.rules.deciding },
        { kind: 'list', items: ruleSentences(deviation.rule, language) },
      ]),
      { kind: 'terms', terms: [{ term: t.rules.hash, text: inGroups(round.ruleHash) }] },
    ]),
    ...(report.rounds.length > 0 ? [timesTable(wording)] : []),
  ]
}

const timesTable = ({ report, t, at }: Wording): ReportTable => ({
  kind: 'table',
  name: 'times',
  caption: t.rules.times,
  sheet: t.rules.heading,
  onPhone: 'scroll',
  narrow: true,
  rowHeader: 0,
  columns: [
    { name: t.column.round, width: 1.5 },
    { name: t.rules.opened, width: 3 },
    { name: t.rules.closed, width: 3 },
    { name: t.rules.published, width: 3 },
  ],
  rows: report.rounds.map(round => [
    t.round(round.rule.round),
    at(round.openedAt),
    at(round.closedAt),
    at(round.publishedAt),
  ]),
})

/** A checksum in groups of eight: people compare it by eye, and a line can break in it. */
const inGroups = (hash: string): string => hash.match(/.{1,8}/g)?.join(' ') ?? hash

function way(wording: Wording): ReportBlock[] {
  const { report, t } = wording
  const rounds = flow(report.rounds, wording.kindOf)
  return [
    ...(rounds.length > 0 ? [flowFigure(wording, rounds), flowTable(wording, rounds)] : []),
    { kind: 'heading', level: 2, text: t.path.lineage },
    ...lineage(wording),
    { kind: 'heading', level: 2, text: t.path.ties },
    ...ties(wording),
    { kind: 'heading', level: 2, text: t.path.deviations },
    ...deviations(wording),
  ]
}

function flowFigure(wording: Wording, rounds: readonly FlowRound[]): ReportBlock {
  const { t } = wording
  const steps = rounds.map((round, place) => flowStep(wording, round, rounds[place + 1]))
  return {
    kind: 'figure',
    caption: t.path.flow,
    alt: t.path.flowText(
      rounds.map(one => t.path.step(one.round, one.entered, one.accepted, one.dropped, one.kept)).join(' '),
    ),
    ...drawFlow(steps),
    flow: steps,
  }
}

function flowStep({ language, t }: Wording, round: FlowRound, next: FlowRound | undefined): FlowStep {
  const enters = {
    core: t.path.entersCore,
    comprehensive: t.path.entersComprehensive,
    none: t.path.entersNone,
  }[round.protocol]
  const goesOn = next?.continues === true && round.kept > 0
  return {
    title: t.round(round.round),
    about: [...round.kinds, ...fromWords(round, language, t)].filter(words => words !== '').join(' · '),
    enters: t.items(round.entered),
    leaves: [
      ...(round.accepted > 0 ? [{ text: enters(round.accepted), tone: 'in' } as const] : []),
      ...(round.dropped > 0 ? [{ text: t.path.leaves(round.dropped), tone: 'out' } as const] : []),
      ...(round.kept > 0 && !goesOn ? [{ text: t.path.waits(round.kept), tone: 'on' } as const] : []),
    ],
    ...(goesOn && { on: t.path.goesOn(round.kept) }),
  }
}

function fromWords({ selection }: FlowRound, language: Wording['language'], t: Wording['t']): string[] {
  if (typeof selection === 'string') return []
  if ('keptFrom' in selection) return [t.path.from.kept(numberList(selection.keptFrom, language))]
  if ('acceptedIn' in selection) return [t.path.from.accepted(numberList(selection.acceptedIn, language))]
  return []
}

const flowTable = ({ t }: Wording, rounds: readonly FlowRound[]): ReportTable => ({
  kind: 'table',
  name: 'flow',
  caption: t.path.caption,
  sheet: t.path.caption,
  onPhone: 'scroll',
  narrow: true,
  rowHeader: 0,
  columns: [
    { name: t.column.round, width: 2 },
    { name: t.column.kind, width: 2 },
    { name: t.path.entered, kind: 'number', width: 1.2 },
    { name: t.path.accepted, kind: 'number', width: 1.2 },
    { name: t.path.dropped, kind: 'number', width: 1.2 },
    { name: t.path.kept, kind: 'number', width: 1.2 },
  ],
  rows: rounds.map(one => [
    t.round(one.round),
    one.kinds.join(', '),
    one.entered,
    one.accepted,
    one.dropped,
    one.kept,
  ]),
})

function lineage({ report, t, nameOf }: Wording): ReportBlock[] {
  const results = report.items.filter(item => item.derived !== null)
  if (results.length === 0) return [{ kind: 'paragraph', text: t.path.lineageNone }]
  const named = (number: number) => `${number}. ${nameOf(number)}`
  const table: ReportTable = {
    kind: 'table',
    name: 'lineage',
    caption: t.path.lineage,
    sheet: t.path.lineage,
    onPhone: 'stack',
    rowHeader: 2,
    columns: [
      { name: t.path.change, width: 1.5 },
      { name: t.path.was, width: 4 },
      { name: t.path.became, width: 4 },
    ],
    rows: results.map(item => [
      item.derived ? t.path.derived[item.derived] : '',
      item.derivedFrom.map(named).join('\n'),
      named(item.number),
    ]),
  }
  return [table]
}

function ties(wording: Wording): ReportBlock[] {
  const { report, t, at, nameOf } = wording
  const settled = report.rounds.flatMap(round =>
    round.settlements.map(settlement => ({ round: round.rule.round, settlement })),
  )
  if (settled.length === 0) return [{ kind: 'paragraph', text: t.path.tiesNone }]
  const table: ReportTable = {
    kind: 'table',
    name: 'ties',
    caption: t.path.ties,
    sheet: t.path.ties,
    onPhone: 'stack',
    rowHeader: 2,
    columns: [
      { name: t.column.round, kind: 'number', width: 1.2 },
      { name: t.path.cut, width: 1.8 },
      { name: t.path.tied, width: 4.5 },
      { name: t.path.seats, kind: 'number', width: 1.1 },
      { name: t.path.decision, width: 2.6 },
      { name: t.path.when, width: 2.4 },
    ],
    rows: settled.map(({ round, settlement }) => [
      round,
      t.path.cutName[settlement.cut],
      settlement.items.map(item => `${item}. ${nameOf(item)}`).join('\n'),
      settlement.seats,
      settlement.decision === 'run-off' && settlement.closed
        ? `${t.path.decisionText['run-off']}: ${t.path.runOffTurnout(settlement.closed.turnout.voted, settlement.closed.turnout.entitled)}`
        : settlement.decision === 'run-off'
          ? t.path.decisionText['run-off']
          : t.path.decisionText[settlement.cut][settlement.decision],
      at(settlement.at),
    ]),
  }
  return [{ kind: 'paragraph', text: t.path.tieLead }, table]
}

/** What was noted before the report was published; what came after are corrections, and stand first in it. */
function deviations({ report, t }: Wording): ReportBlock[] {
  const { publishedAt } = report.conference
  const fromRules = report.rounds.flatMap(round =>
    round.deviations.map(deviation => t.path.ruleDeviation(round.rule.round, deviation.reason)),
  )
  const noted = report.deviations
    .filter(({ at }) => publishedAt === null || at <= publishedAt)
    .map(({ what, reason }) => (what === '' ? reason : t.path.deviation(what, reason)))
  const all = [...fromRules, ...noted]
  if (all.length === 0) return [{ kind: 'paragraph', text: t.path.deviationsNone }]
  return all.map(text => ({ kind: 'note', text }))
}

/** The corrections as sentences, the oldest first. */
export function corrections({ report, t, at }: Wording): string[] {
  const { publishedAt } = report.conference
  if (publishedAt === null) return []
  return report.deviations
    .filter(one => one.at > publishedAt)
    .map(one => t.corrections.note(at(one.at), one.what, one.reason))
}
