import { formatDays } from '../../../platform/i18n/format.ts'
import type { ParticipantGroup } from '../rules/experts/participants.ts'
import {
  listed,
  paragraphs,
  type ReportBlock,
  type ReportSection,
  type ReportTable,
  type Wording,
} from './report-parts.ts'

/** Why, and who: the purpose, the associations, the experts and how many of them took part. */
export function peopleSections(wording: Wording): ReportSection[] {
  const { t } = wording
  return [
    { id: 'purpose', heading: t.purpose.heading, blocks: purpose(wording) },
    { id: 'experts', heading: t.people.heading, blocks: people(wording) },
  ]
}

function purpose({ report, language, t }: Wording): ReportBlock[] {
  const { information, place, startsOn, endsOn } = report.conference
  return [
    ...(information.trim() === ''
      ? [{ kind: 'paragraph', text: t.purpose.none } as const]
      : [{ kind: 'paragraph', text: t.purpose.information } as const, ...paragraphs(information)]),
    {
      kind: 'terms',
      terms: [
        { term: t.purpose.holders, text: listed(report.holders, language) },
        ...(place === '' ? [] : [{ term: t.purpose.place, text: place }]),
        { term: t.purpose.days, text: formatDays(language, startsOn, endsOn) },
      ],
    },
  ]
}

function people(wording: Wording): ReportBlock[] {
  const { report, t, role } = wording
  const { roles, associations, rounds } = report.participants
  const [chosen, invited] = [report.accord.M3, report.accord.M4]
  const hasSmall = [...roles, ...associations].some(group => group.groups.length > 1)
  return [
    { kind: 'heading', level: 2, text: t.people.chosen },
    ...(chosen ? paragraphs(chosen) : [{ kind: 'paragraph', text: t.people.chosenMissing } as const]),
    ...(invited
      ? [{ kind: 'heading', level: 2, text: t.people.invited } as const, ...paragraphs(invited)]
      : []),
    { kind: 'heading', level: 2, text: t.people.participation },
    { kind: 'paragraph', text: t.people.took },
    participation(wording),
    turnout(wording),
    ...(rounds.length > 0
      ? [
          groupTable(wording, 'roles', t.people.byRole, roles, role),
          groupTable(wording, 'associations', t.people.byAssociation, associations, name => name),
          { kind: 'paragraph', text: t.people.leftHint } as const,
        ]
      : []),
    ...(hasSmall ? [{ kind: 'paragraph', text: t.people.smallTogether } as const] : []),
    { kind: 'note', text: t.people.cannotKnow },
  ]
}

function participation({ report, t }: Wording): ReportTable {
  const { experts, invited, accepted, declined, tookPart, rounds } = report.participants
  const published = new Set(report.rounds.map(({ rule }) => rule.round))
  const whenAny = (label: string, count: number) => (count > 0 ? [[label, count]] : [])
  return {
    kind: 'table',
    name: 'participation',
    caption: t.people.participation,
    sheet: t.people.participation,
    onPhone: 'scroll',
    narrow: true,
    rowHeader: 0,
    columns: [
      { name: t.column.what, width: 4 },
      { name: t.column.experts, kind: 'number' },
    ],
    rows: [
      [t.people.onList, experts],
      ...whenAny(t.people.invitedRow, invited),
      ...whenAny(t.people.accepted, accepted),
      ...whenAny(t.people.declined, declined),
      [t.people.tookAny, tookPart],
      ...rounds
        .filter(({ round }) => published.has(round))
        .map(({ round, experts: took }) => [t.people.tookIn(round), took]),
    ],
  }
}

const turnout = ({ report, t }: Wording): ReportTable => ({
  kind: 'table',
  name: 'turnout',
  caption: t.people.turnout,
  sheet: t.people.turnout,
  onPhone: 'scroll',
  narrow: true,
  rowHeader: 0,
  columns: [
    { name: t.column.round, width: 2 },
    { name: t.people.entitled, kind: 'number' },
    { name: t.people.taken, kind: 'number' },
    { name: t.people.voted, kind: 'number' },
    { name: t.column.share, kind: 'share' },
  ],
  rows: report.rounds.map(({ rule, turnout: { entitled, taken, voted } }) => [
    t.round(rule.round),
    entitled,
    taken,
    voted,
    entitled === 0 ? null : voted / entitled,
  ]),
})

function groupTable(
  { report, language, t }: Wording,
  name: 'roles' | 'associations',
  caption: string,
  groups: readonly ParticipantGroup[],
  nameOf: (group: string) => string,
): ReportTable {
  const published = new Set(report.rounds.map(({ rule }) => rule.round))
  // By the names that are read, with several small groups together last.
  const inOrder = (all: readonly ParticipantGroup[]) =>
    all
      .map(group => ({ name: listed(group.groups.map(nameOf), language), group }))
      .toSorted(
        (a, b) =>
          Math.sign(a.group.groups.length - b.group.groups.length) || a.name.localeCompare(b.name, language),
      )
  const shown = report.participants.rounds.map(({ round }) => round).filter(round => published.has(round))
  return {
    kind: 'table',
    name,
    caption,
    sheet: caption,
    onPhone: 'scroll',
    narrow: true,
    rowHeader: 0,
    columns: [
      { name: t.column.group, width: 2.4 },
      { name: t.column.experts, kind: 'number', width: 1.4 },
      ...shown.map(round => ({ name: t.round(round), kind: 'number', width: 1.4 }) as const),
      { name: t.people.left, kind: 'number', width: 1.3 },
    ],
    rows: inOrder(groups).map(({ name: named, group }) => [
      named,
      group.invited,
      ...shown.map(round => group.voted.find(one => one.round === round)?.experts ?? 0),
      group.left,
    ]),
  }
}
