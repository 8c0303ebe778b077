import type { CsvRecord } from '../../../../platform/files/csv.ts'
import { readCsv } from '../../../../platform/files/csv-rows.ts'
import {
  decode,
  type FileProblem,
  type InputFile,
  problemLine,
  quoted,
} from '../../../../platform/files/input-file.ts'
import { readJson } from '../../../../platform/files/json-lines.ts'
import type { Ballot, Choice } from '../../rules/rounds/ballot.ts'
import { choicesOf } from '../../rules/rounds/ballot.ts'
import { standingTies } from '../../rules/rounds/outcome.ts'
import { report, type TallyReport } from '../../rules/rounds/protocol.ts'
import type { BallotForm, Item, ItemNumber, VotingRule } from '../../rules/rounds/rule.ts'
import { type Tally, tally } from '../../rules/rounds/tally.ts'
import { votingRulesSchema } from './voting-rule.ts'

/** The three files of a tally. Their names are used in errors only. */
export type TallyFiles = {
  readonly itemsFile: InputFile
  readonly rulesFile: InputFile
  readonly ballotsFile: InputFile
}

/**
 * What `conference tally` answers; `status` is the exit status.
 * - 0: counted. `output` holds the rounds that have ballots.
 * - 2: the files are wrong. `errors` has one line for each error, `FILE:LINE: PROBLEM`, and there is no output.
 * - 3: a tie at a cut stands. `output` ends with the round that has it.
 */
export type TallyAnswer =
  | { readonly status: 0 | 3; readonly output: TallyReport }
  | { readonly status: 2; readonly errors: readonly string[] }

/** The three files as the rules read them, or all that is wrong with them. */
export function readTallyFiles({ itemsFile, rulesFile, ballotsFile }: TallyFiles) {
  const { items, problems: itemProblems } = readItems(itemsFile)
  const { rules, problems: ruleProblems } = readRules(rulesFile, items)
  const { ballots, rows, problems: ballotProblems } = readBallots(ballotsFile, items, rules)
  const problems = [...itemProblems, ...ruleProblems, ...ballotProblems]
  if (problems.length > 0 || !items || !rules) return { ok: false, problems } as const
  return { ok: true, items, rules, ballots, rows } as const
}

/** Reads, checks and counts. Finds all errors of all three files, in the order of files and lines. */
export function runTally(files: TallyFiles): TallyAnswer {
  const read = readTallyFiles(files)
  if (!read.ok) return wrong(read.problems)
  const { items, rules, ballots, rows } = read

  const counted = tally({ items, rules, ballots })
  const misplaced = misplacedVotes(files.ballotsFile.name, rows, counted)
  if (misplaced.length > 0) return wrong(misplaced)

  const tied = counted.rounds.some(round => standingTies(round).length > 0)
  return { status: tied ? 3 : 0, output: report(rules, counted) }
}

const wrong = (problems: readonly FileProblem[]): TallyAnswer => ({
  status: 2,
  errors: problems.map(problemLine),
})

/** Items from `item,kind` and any other columns. `items` is undefined when the file is no table at all. */
function readItems(file: InputFile): {
  items: readonly Item[] | undefined
  problems: readonly FileProblem[]
} {
  const table = readCsv(file, ['item', 'kind'])
  if (!table.rows) return { items: undefined, problems: table.problems }
  const problems = [...table.problems]
  const firstLines = new Map<ItemNumber, number>()
  const items: Item[] = []
  for (const {
    line,
    values: [written = '', kind = ''],
  } of table.rows) {
    const item = wholeNumber(written)
    const first = item === undefined ? undefined : firstLines.get(item)
    if (item === undefined) problems.push({ file: file.name, line, problem: numberProblem('item', written) })
    else if (first !== undefined)
      problems.push({ file: file.name, line, problem: `item ${item} is already on line ${first}` })
    else {
      firstLines.set(item, line)
      items.push({ item, kind })
    }
    if (kind === '') problems.push({ file: file.name, line, problem: 'the kind is missing' })
  }
  if (table.rows.length === 0 && problems.length === 0)
    problems.push({ file: file.name, line: 1, problem: 'has a heading but no items' })
  return { items, problems: byLine(problems) }
}

/** Rules from their JSON form. With `items`, kinds and items that no item has are found too. */
export function readRules(
  file: InputFile,
  items?: readonly Item[],
): { rules: readonly VotingRule[] | undefined; problems: readonly FileProblem[] } {
  const { text, problems: notText } = decode(file)
  if (notText.length > 0) return { rules: undefined, problems: notText }
  const json = readJson(text)
  if (!json.ok)
    return { rules: undefined, problems: [{ file: file.name, line: json.line, problem: json.problem }] }

  const read = votingRulesSchema.safeParse(json.value)
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => ({
      file: file.name,
      line: json.lineOf(path),
      problem: message,
    }))
    return { rules: undefined, problems: byLine(problems) }
  }
  const problems = read.data.flatMap((rule, place) =>
    unknownInRule(rule, items ?? []).map(({ field, problem }) => ({
      file: file.name,
      line: json.lineOf([place, field]),
      problem,
    })),
  )
  return items && problems.length > 0
    ? { rules: undefined, problems: byLine(problems) }
    : { rules: read.data, problems: [] }
}

function unknownInRule(
  { items: selection, accept }: VotingRule,
  items: readonly Item[],
): readonly { field: string; problem: string }[] {
  const kinds = new Set(items.map(({ kind }) => kind))
  const known = new Set(items.map(({ item }) => item))
  const selectedKind = typeof selection === 'object' && 'kind' in selection ? [selection.kind] : []
  const seatedKinds =
    typeof accept === 'object' && 'top' in accept && typeof accept.top === 'object'
      ? Object.keys(accept.top)
      : []
  const listed = typeof selection === 'object' && 'list' in selection ? selection.list : []
  const noSuchKind = (kind: string) => `no item is of the kind ${quoted(kind)}`
  return [
    ...selectedKind
      .filter(kind => !kinds.has(kind))
      .map(kind => ({ field: 'items', problem: noSuchKind(kind) })),
    ...listed
      .filter(item => !known.has(item))
      .map(item => ({ field: 'items', problem: `there is no item ${item}` })),
    ...seatedKinds
      .filter(kind => !kinds.has(kind))
      .map(kind => ({ field: 'accept', problem: noSuchKind(kind) })),
  ]
}

/** One mark on one ballot, with the line that it was read from. */
type MarkRow = { readonly line: number; readonly round: number; readonly item: ItemNumber }

/**
 * Ballots from `round,ballot,item,choice`, one row a mark, rows in any order.
 * What depends on a file that could not be read is not checked, so that one error does not make a thousand.
 */
function readBallots(
  file: InputFile,
  items: readonly Item[] | undefined,
  rules: readonly VotingRule[] | undefined,
): {
  ballots: ReadonlyMap<number, readonly Ballot[]>
  rows: readonly MarkRow[]
  problems: readonly FileProblem[]
} {
  const table = readCsv(file, ['round', 'ballot', 'item', 'choice'])
  const problems = [...table.problems]
  const papers = new Map<number, Map<string, Paper>>()
  const rows: MarkRow[] = []
  const known = items && new Set(items.map(({ item }) => item))
  const forms = rules && new Map(rules.map(({ round, ballot }) => [round, choicesByWord(ballot)]))

  for (const row of table.rows ?? []) {
    const { line } = row
    const complain = (problem: string) => problems.push({ file: file.name, line, problem })
    const mark = readMark(row, complain)
    if (!mark) continue
    const { round, ballot, item, written } = mark
    if (known && !known.has(item)) complain(`there is no item ${item}`)
    const form = forms?.get(round)
    if (forms && !form) complain(`there is no round ${round}`)

    const paper = paperOf(papers, round, ballot)
    const first = paper.lines.get(item)
    if (first !== undefined) {
      complain(
        `ballot ${quoted(ballot)} votes twice on item ${item} in round ${round}, first on line ${first}`,
      )
      continue
    }
    paper.lines.set(item, line)
    rows.push({ line, round, item })
    if (!form) continue
    const choice = form.choices.get(written)
    if (choice === undefined) {
      complain(
        `the choice ${quoted(written)} is not on the ballot of round ${round}, which has ${form.words}`,
      )
      continue
    }
    paper.marks.set(item, choice)
    if (choice === 'yes') paper.chosen++
    if (choice === 'yes' && paper.chosen === form.atMost + 1)
      complain(`ballot ${quoted(ballot)} chooses more than ${form.atMost} in round ${round}`)
  }
  if (table.rows?.length === 0 && problems.length === 0)
    problems.push({ file: file.name, line: 1, problem: 'has a heading but no ballots' })
  const ballots = new Map(
    [...papers].map(([round, found]) => [round, [...found.values()].map(({ marks }) => marks)]),
  )
  return { ballots, rows, problems: byLine(problems) }
}

type Paper = {
  readonly marks: Map<ItemNumber, Choice>
  readonly lines: Map<ItemNumber, number>
  chosen: number
}

function paperOf(papers: Map<number, Map<string, Paper>>, round: number, ballot: string): Paper {
  const inRound = papers.get(round) ?? new Map<string, Paper>()
  papers.set(round, inRound)
  const paper = inRound.get(ballot) ?? { marks: new Map(), lines: new Map(), chosen: 0 }
  inRound.set(ballot, paper)
  return paper
}

function readMark(
  { values: [writtenRound = '', ballot = '', writtenItem = '', written = ''] }: CsvRecord,
  complain: (problem: string) => void,
): { round: number; ballot: string; item: ItemNumber; written: string } | undefined {
  const round = wholeNumber(writtenRound)
  const item = wholeNumber(writtenItem)
  if (round === undefined) complain(numberProblem('round', writtenRound))
  if (item === undefined) complain(numberProblem('item', writtenItem))
  if (ballot === '') complain('the ballot is missing')
  return round === undefined || item === undefined || ballot === ''
    ? undefined
    : { round, ballot, item, written }
}

/** Looked up a million times in a large file; so once for each rule, not once for each mark. */
function choicesByWord(form: BallotForm): {
  choices: ReadonlyMap<string, Choice>
  words: string
  atMost: number
} {
  const choices = choicesOf(form)
  return {
    choices: new Map(choices.map(choice => [String(choice), choice])),
    words: choices.join(', '),
    atMost: typeof form === 'object' ? form.choose : Number.POSITIVE_INFINITY,
  }
}

/**
 * Votes on items that their round does not vote on, and votes in rounds that cannot have begun: both are known only
 * when the rounds before are counted. Rounds after a standing tie are not judged.
 */
function misplacedVotes(
  file: string,
  rows: readonly MarkRow[],
  { rounds, awaits }: Tally,
): readonly FileProblem[] {
  const votedOn = new Map(rounds.map(({ round, items }) => [round, new Set(items)]))
  const problems: FileProblem[] = []
  const early = new Set<number>()
  for (const { line, round, item } of rows) {
    const items = votedOn.get(round)
    if (items && !items.has(item))
      problems.push({ file, line, problem: `item ${item} is not voted on in round ${round}` })
    if (items || awaits === undefined || early.has(round)) continue
    early.add(round)
    problems.push({
      file,
      line,
      problem: `round ${round} has ballots, but round ${awaits} before it has none`,
    })
  }
  return problems
}

const wholeNumber = (written: string): number | undefined =>
  /^[1-9]\d{0,8}$/.test(written) ? Number(written) : undefined

const numberProblem = (column: string, written: string): string =>
  written === ''
    ? `the ${column} is missing`
    : `the ${column} ${quoted(written)} is not a whole number from 1`

const byLine = (problems: readonly FileProblem[]): readonly FileProblem[] =>
  problems.toSorted((a, b) => a.line - b.line)
