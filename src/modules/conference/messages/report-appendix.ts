import { evaluationAnswers } from '../rules/after/evaluation.ts'
import { type ItemVote, itemPaths, itemVotes } from '../rules/after/report.ts'
import { fewestShown } from '../rules/results/held-back.ts'
import { accordTable } from './accord-known.ts'
import { evaluation as evaluationTexts } from './evaluation.ts'
import { evaluationPage } from './evaluation-page.ts'
import {
  type ReportBlock,
  type ReportSection,
  type ReportTable,
  ratio,
  type Wording,
} from './report-parts.ts'

/** What the experts heard and thought, how votes were kept secret, and the appendices. */
export function closingSections(wording: Wording): ReportSection[] {
  const { t } = wording
  return [
    { id: 'feedback', heading: t.feedback.heading, blocks: feedback(wording) },
    { id: 'evaluation', heading: t.evaluation.heading, blocks: evaluation(wording) },
    { id: 'secrecy', heading: t.secrecy.heading, blocks: secrecy(wording) },
    { id: 'items', heading: t.all.heading, blocks: [itemsTable(wording), votesTable(wording)] },
    { id: 'arguments', heading: t.arguments.heading, blocks: argumentsOfGroups(wording) },
    {
      id: 'accord',
      heading: t.accord.heading,
      blocks: [{ kind: 'paragraph', text: t.accord.lead }, accordTable(wording)],
    },
  ]
}

function feedback({ report, t }: Wording): ReportBlock[] {
  const noted = report.arguments
  const items = new Set(noted.map(one => one.item)).size
  return [
    { kind: 'paragraph', text: t.feedback.results },
    { kind: 'paragraph', text: noted.length > 0 ? t.feedback.notes(noted.length, items) : t.feedback.none },
  ]
}

function evaluation(wording: Wording): ReportBlock[] {
  const { report, language, t } = wording
  const { evaluation: stored } = report
  const page = evaluationPage[language]
  if (!stored) return [{ kind: 'paragraph', text: t.evaluation.none }]
  if (stored.state === 'open') return [{ kind: 'paragraph', text: t.evaluation.open }]
  const [answered, entitled] = [stored.answered ?? 0, stored.entitled ?? 0]
  const first: ReportBlock = { kind: 'paragraph', text: t.evaluation.answered(answered, entitled) }
  if (answered < fewestShown)
    return [first, { kind: 'note', text: `${page.closed.tooFew(fewestShown)}. ${page.closed.tooFewWhy}` }]
  return [first, evaluationTable(wording, stored.questions), ...comments(wording)]
}

function evaluationTable(
  { language, t }: Wording,
  questions: NonNullable<Wording['report']['evaluation']>['questions'],
): ReportTable {
  const words = evaluationTexts[language].question
  return {
    kind: 'table',
    name: 'evaluation',
    caption: t.evaluation.caption,
    sheet: t.evaluation.heading,
    onPhone: 'stack',
    rowHeader: 0,
    columns: [
      { name: t.evaluation.question, width: 4 },
      { name: t.evaluation.answer, width: 3.4 },
      { name: t.evaluation.count, kind: 'number' },
      { name: t.column.of, kind: 'number' },
      { name: t.column.share, kind: 'share' },
    ],
    rows: questions.flatMap(({ question, answers }) => {
      if (!answers)
        return [
          [
            words[question].ask,
            evaluationPage[language].closed.questionTooFew(fewestShown),
            null,
            null,
            null,
          ],
        ]
      const of = answers.good + answers.fair + answers.poor
      return evaluationAnswers.map(answer => [
        words[question].ask,
        words[question][answer],
        answers[answer],
        of,
        ratio({ yes: answers[answer], of }),
      ])
    }),
  }
}

function comments({ report, t }: Wording): ReportBlock[] {
  const { evaluation: stored } = report
  // Those who lead see here what the public will see.
  const shown = stored?.comments.filter(comment => !comment.withheld) ?? []
  const withheld = stored?.withheld ?? 0
  if (shown.length === 0 && withheld === 0) return []
  return [
    { kind: 'heading', level: 2, text: t.evaluation.comments },
    ...(shown.length > 0
      ? ([
          { kind: 'paragraph', text: t.evaluation.commentsLead },
          { kind: 'list', items: shown.map(comment => comment.wording) },
        ] as const)
      : []),
    ...(withheld > 0 ? [{ kind: 'paragraph', text: t.evaluation.withheld(withheld) } as const] : []),
  ]
}

const secrecy = ({ t }: Wording): ReportBlock[] => [
  { kind: 'list', items: t.secrecy.how },
  { kind: 'heading', level: 2, text: t.secrecy.cannot },
  { kind: 'list', items: t.secrecy.unknown },
]

function itemsTable(wording: Wording): ReportTable {
  const { report, t, nameOf, kindOf } = wording
  return {
    kind: 'table',
    name: 'items',
    caption: t.all.caption,
    sheet: t.all.caption,
    folded: true,
    onPhone: 'scroll',
    rowHeader: 1,
    columns: [
      { name: t.column.number, kind: 'number', width: 0.9 },
      { name: t.column.item, width: 4.2 },
      { name: t.column.kind, width: 1.3 },
      { name: `${t.column.round}: ${t.all.way.toLowerCase()}`, width: 3.4 },
      { name: t.all.ending, width: 2.4 },
    ],
    rows: itemPaths(report.items, report.rounds).map(({ item, votes, ending }) => [
      item.number,
      nameOf(item.number),
      kindOf(item.number),
      votes.map(vote => step(wording, vote)).join('\n'),
      t.all.endings[ending],
    ]),
  }
}

const step = ({ t, share }: Wording, vote: ItemVote) =>
  t.all.step(vote.round, share(vote.share), t.all.fates[vote.fate])

/** Every figure there is, one row for each item and round: to check the result, or to go on counting. */
function votesTable({ report, t, nameOf, kindOf }: Wording): ReportTable {
  const all = itemVotes(report.rounds)
  const isRated = all.some(vote => vote.votes.ratings)
  const ratings = isRated ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : []
  return {
    kind: 'table',
    name: 'votes',
    filesOnly: true,
    caption: t.all.votesCaption,
    sheet: t.all.votesCaption,
    onPhone: 'scroll',
    rowHeader: 2,
    columns: [
      { name: t.column.round, kind: 'number' },
      { name: t.column.number, kind: 'number' },
      { name: t.column.item },
      { name: t.column.kind, width: 1 },
      { name: t.column.yes, kind: 'number' },
      { name: t.all.no, kind: 'number' },
      { name: t.all.abstain, kind: 'number' },
      ...ratings.map(rating => ({ name: t.all.rated(rating), kind: 'number' }) as const),
      { name: t.all.ballots, kind: 'number' },
      { name: t.column.share, kind: 'share' },
      { name: t.all.agreement, kind: 'number' },
      { name: t.all.agreementOf, kind: 'number' },
      { name: t.all.ending, width: 1 },
    ],
    rows: all.map(({ round, item, votes, ballots, share, agreement, fate }) => [
      round,
      item,
      nameOf(item),
      kindOf(item),
      votes.yes,
      votes.no,
      votes.abstain,
      ...ratings.map(rating => votes.ratings?.[rating - 1] ?? null),
      ballots,
      ratio(share),
      agreement?.yes ?? null,
      agreement?.of ?? null,
      t.all.fates[fate],
    ]),
  }
}

function argumentsOfGroups({ report, t, nameOf }: Wording): ReportBlock[] {
  if (report.arguments.length === 0) return [{ kind: 'paragraph', text: t.arguments.none }]
  const table: ReportTable = {
    kind: 'table',
    name: 'arguments',
    caption: t.arguments.caption,
    sheet: t.arguments.caption,
    folded: true,
    onPhone: 'stack',
    rowHeader: 1,
    columns: [
      { name: t.column.number, kind: 'number', width: 0.9 },
      { name: t.column.item, width: 3.5 },
      { name: t.arguments.sideColumn, width: 1.6 },
      { name: t.arguments.wording, width: 5 },
    ],
    rows: report.arguments.map(({ item, side, wording }) => [
      item,
      nameOf(item),
      t.arguments.side[side],
      wording,
    ]),
  }
  return [table]
}
