import type { ReportRound } from '../queries/report.ts'
import { itemStabilities, itemVotes } from '../rules/after/report.ts'
import { shareOf } from '../rules/rounds/votes.ts'
import {
  listed,
  type ReportBlock,
  type ReportSection,
  type ReportTable,
  ratio,
  type Wording,
} from './report-parts.ts'

/** How much they agreed: measures, stability between rounds, and the stakeholder groups. */
export function agreementSections(wording: Wording): ReportSection[] {
  const { t } = wording
  return [
    {
      id: 'agreement',
      heading: t.agreement.heading,
      blocks: [...measures(wording), ...stabilities(wording)],
    },
    { id: 'roles', heading: t.groups.heading, blocks: groups(wording) },
  ]
}

function measures(wording: Wording): ReportBlock[] {
  const { report, t, nameOf } = wording
  const rated = itemVotes(report.rounds).filter(vote => vote.ratings)
  if (rated.length === 0) return [{ kind: 'paragraph', text: t.agreement.lead }]
  const { column } = t
  const table: ReportTable = {
    kind: 'table',
    name: 'ratings',
    caption: t.agreement.ratings,
    sheet: t.agreement.ratings,
    onPhone: 'scroll',
    rowHeader: 2,
    columns: [
      { name: column.round, kind: 'number', width: 1.2 },
      { name: column.number, kind: 'number', width: 0.9 },
      { name: column.item, width: 4 },
      { name: column.of, kind: 'number', width: 0.8 },
      { name: t.agreement.median, kind: 'number', decimals: 1, width: 1.2 },
      { name: t.agreement.lower, kind: 'number', decimals: 1, width: 1.2 },
      { name: t.agreement.upper, kind: 'number', decimals: 1, width: 1.2 },
      { name: t.agreement.mean, kind: 'number', decimals: 1, width: 1.1 },
      { name: t.agreement.spread, kind: 'number', decimals: 1, width: 1.4 },
      { name: t.agreement.disagreement, width: 1.6 },
    ],
    rows: rated.map(({ round, item, ratings }) => [
      round,
      item,
      nameOf(item),
      ratings?.rated ?? null,
      ratings?.median ?? null,
      ratings?.lowerQuartile ?? null,
      ratings?.upperQuartile ?? null,
      ratings?.mean ?? null,
      ratings?.meanDeviation ?? null,
      ratings ? t.agreement.disagrees[ratings.disagreement.disagrees ? 'yes' : 'no'] : '',
    ]),
  }
  return [
    { kind: 'paragraph', text: t.agreement.lead },
    { kind: 'heading', level: 2, text: t.agreement.ratings },
    { kind: 'paragraph', text: t.agreement.ratingsLead },
    table,
  ]
}

function stabilities({ report, t, nameOf }: Wording): ReportBlock[] {
  const all = itemStabilities(report.rounds)
  const heading = { kind: 'heading', level: 2, text: t.agreement.stabilityHeading } as const
  if (all.length === 0) return [heading, { kind: 'paragraph', text: t.agreement.stabilityNone }]
  const table: ReportTable = {
    kind: 'table',
    name: 'stability',
    caption: t.agreement.stability,
    sheet: t.agreement.stability,
    folded: true,
    onPhone: 'scroll',
    rowHeader: 1,
    columns: [
      { name: t.column.number, kind: 'number', width: 0.9 },
      { name: t.column.item, width: 5 },
      { name: t.column.round, width: 1.3 },
      { name: t.agreement.moved, kind: 'share', width: 1.5 },
      { name: t.agreement.stable, width: 1.1 },
    ],
    rows: all.map(({ item, from, to, change, stable }) => [
      item,
      nameOf(item),
      `${from} → ${to}`,
      change,
      t.agreement.disagrees[stable ? 'yes' : 'no'],
    ]),
  }
  return [
    heading,
    { kind: 'paragraph', text: t.agreement.stabilityLead },
    {
      kind: 'paragraph',
      text: t.agreement.stabilitySummary(all.filter(one => one.stable).length, all.length),
    },
    table,
  ]
}

function groups(wording: Wording): ReportBlock[] {
  const { report, language, t, role } = wording
  const withGroups = report.rounds.filter(round => round.groups.some(group => group.count))
  const last = withGroups.at(-1)
  const held = new Set(
    report.rounds.flatMap(round =>
      round.groups.filter(group => !group.count).map(group => role(group.group)),
    ),
  )
  const heldBack: ReportBlock[] =
    held.size > 0 ? [{ kind: 'paragraph', text: t.groups.held(listed([...held], language)) }] : []
  if (!last) return [{ kind: 'paragraph', text: t.groups.none }, ...heldBack]
  return [
    { kind: 'paragraph', text: t.groups.lead },
    ...heldBack,
    wideTable(wording, last),
    longTable(wording, withGroups),
  ]
}

/** Items beside groups, to be read. */
function wideTable({ t, role, nameOf, share }: Wording, round: ReportRound): ReportTable {
  const { rule, outcome } = round
  const shown = round.groups
    .flatMap(({ group, count }) => (count ? [{ group: role(group), count }] : []))
    .toSorted((a, b) => a.group.localeCompare(b.group, 'sv'))
  const counts = [{ group: '', count: { ballots: outcome.ballots, votes: outcome.votes } }, ...shown]
  return {
    kind: 'table',
    name: 'groups',
    caption: t.groups.caption(rule.round),
    sheet: t.groups.caption(rule.round),
    folded: true,
    onPhone: 'scroll',
    rowHeader: 1,
    columns: [
      { name: t.column.number, kind: 'number', width: 0.9 },
      { name: t.column.item, width: 4 },
      ...counts.map(({ group, count }) => ({
        name: group === '' ? t.groups.all(count.ballots) : t.groups.column(group, count.ballots),
        width: 1.7,
      })),
    ],
    rows: outcome.items.map(item => [
      item,
      nameOf(item),
      ...counts.map(({ count }) => {
        const votes = count.votes.get(item)
        return votes ? share(shareOf(votes, count.ballots, rule.shareOf)) : ''
      }),
    ]),
  }
}

/** One row for each item and group, to go on counting with. */
const longTable = ({ t, role, nameOf }: Wording, rounds: readonly ReportRound[]): ReportTable => ({
  kind: 'table',
  name: 'group-votes',
  filesOnly: true,
  caption: t.groups.dataCaption,
  sheet: t.groups.dataCaption,
  onPhone: 'scroll',
  rowHeader: 2,
  columns: [
    { name: t.column.round, kind: 'number' },
    { name: t.column.number, kind: 'number' },
    { name: t.column.item },
    { name: t.groups.group },
    { name: t.column.yes, kind: 'number' },
    { name: t.all.no, kind: 'number' },
    { name: t.all.abstain, kind: 'number' },
    { name: t.all.ballots, kind: 'number' },
    { name: t.column.share, kind: 'share' },
  ],
  rows: rounds.flatMap(({ rule, outcome, groups: own }) =>
    outcome.items.flatMap(item =>
      own.flatMap(({ group, count }) => {
        const votes = count?.votes.get(item)
        if (!count || !votes) return []
        const { yes, no, abstain } = votes
        return [
          [
            rule.round,
            item,
            nameOf(item),
            role(group),
            yes,
            no,
            abstain,
            count.ballots,
            ratio(shareOf(votes, count.ballots, rule.shareOf)),
          ],
        ]
      }),
    ),
  ),
})
