import type { InputFile } from '../../../../platform/files/input-file.ts'
import { type Column, readTable, type TableRow } from '../files/spreadsheet.ts'
import { inOrder, type Problem, type SpreadsheetProblem, shown } from '../files/spreadsheet-problem.ts'
import { folded, meaningOf, namesOf, type Words } from '../files/spreadsheet-words.ts'

/** An expert from a file. At least one of `id` and `name` is there. */
export type FileExpert = {
  /** As it stands in the file; null where there is none. */
  readonly id: string | null
  /** A name, or better a function (`Enhetschef, Försäkringskassan`); '' where there is none. */
  readonly name: string
  readonly email: string | null
  readonly association: string
  readonly role: string
  /** Where in the file, for errors that only show later. */
  readonly line: number
}

export type ExpertsFileProblem =
  | SpreadsheetProblem
  | 'id-and-name-missing'
  | 'id-twice'
  | 'email-wrong'
  | 'email-twice'
  | 'association-missing'
  | 'association-unknown'
  | 'role-missing'
  | 'role-unknown'

/** Either all experts or all problems; there is no half import. `ignored` are headings that nobody asked for. */
export type ExpertsFile =
  | { readonly ok: true; readonly experts: readonly FileExpert[]; readonly ignored: readonly string[] }
  | { readonly ok: false; readonly problems: readonly Problem<ExpertsFileProblem>[] }

export type ExpertsFileOptions = {
  /** `any`: roles are taken as they are written, the first spelling for all. */
  readonly roles?: Words | 'any'
  /** Left out: associations are taken as they are written, the first spelling for all. */
  readonly associations?: Words
}

/** The roles of the 2014 conference, and relatives. */
const usualRoles: Words = [
  { value: 'participant', names: ['deltagare', 'brukare', 'participant'] },
  { value: 'relative', names: ['närstående', 'anhörig', 'relative'] },
  { value: 'officer', names: ['tjänsteman', 'tjänsteperson', 'handläggare', 'personal', 'officer'] },
  { value: 'manager', names: ['chef', 'enhetschef', 'manager'] },
  { value: 'politician', names: ['politiker', 'förtroendevald', 'politician'] },
]

const columns = {
  id: { headings: ['id', 'expert', 'nr', 'nummer', 'no', 'number'], required: false, longest: 40 },
  name: {
    headings: [
      'namn',
      'name',
      'namn eller funktion',
      'funktion',
      'function',
      'befattning',
      'titel',
      'name or function',
      'title',
    ],
    required: false,
    longest: 120,
  },
  email: {
    headings: ['e-post', 'epost', 'email', 'e-mail', 'mejl', 'mail', 'e-postadress'],
    required: false,
    longest: 254,
  },
  association: {
    headings: ['förbund', 'association', 'samordningsförbund', 'forbund'],
    required: true,
    longest: 120,
  },
  role: { headings: ['roll', 'role'], required: true, longest: 60 },
} satisfies Record<string, Column>

type Name = keyof typeof columns
type Row = TableRow<Name>

/**
 * Reads experts from a CSV (UTF-8) or XLSX file with the headings above, in Swedish or English. Finds all
 * problems, each with its row and column. The sentences are in file-messages.ts.
 */
export async function readExpertsFile(
  file: InputFile,
  options: ExpertsFileOptions = {},
): Promise<ExpertsFile> {
  const { rows, problems, ignored } = await readTable(file, columns)
  const found = inOrder<ExpertsFileProblem>([
    ...problems,
    ...rows.flatMap(row => problemsOf(row, options)),
    ...repeated(rows, 'id', 'id-twice'),
    ...repeated(rows, 'email', 'email-twice'),
  ])
  if (found.length > 0) return { ok: false, problems: found }
  const association = spelling(options.associations)
  const role = spelling(rolesOf(options))
  return {
    ok: true,
    experts: rows.map(({ line, cells }) => ({
      id: cells.id === '' ? null : cells.id,
      name: cells.name,
      email: cells.email === '' ? null : cells.email,
      association: association(cells.association),
      role: role(cells.role),
      line,
    })),
    ignored,
  }
}

const rolesOf = ({ roles = usualRoles }: ExpertsFileOptions) => (roles === 'any' ? undefined : roles)

/** The known value of a text; without known words, the way it was written first. */
function spelling(words: Words | undefined): (text: string) => string {
  const first = new Map<string, string>()
  return text => {
    if (words) return meaningOf(words, text) ?? text
    const known = first.get(folded(text))
    if (known === undefined) first.set(folded(text), text)
    return known ?? text
  }
}

function problemsOf(row: Row, options: ExpertsFileOptions): Problem<ExpertsFileProblem>[] {
  const { cells } = row
  const { associations } = options
  const roles = rolesOf(options)
  const problems: Problem<ExpertsFileProblem>[] = []
  if (cells.id === '' && cells.name === '') problems.push(at(row, 'name', 'id-and-name-missing'))
  if (cells.email !== '' && !isAddress(cells.email)) problems.push(at(row, 'email', 'email-wrong'))
  if (cells.association === '') problems.push(at(row, 'association', 'association-missing'))
  else if (associations && meaningOf(associations, cells.association) === undefined)
    problems.push(at(row, 'association', 'association-unknown', namesOf(associations)))
  if (cells.role === '') problems.push(at(row, 'role', 'role-missing', roles && namesOf(roles)))
  else if (roles && meaningOf(roles, cells.role) === undefined)
    problems.push(at(row, 'role', 'role-unknown', namesOf(roles)))
  return problems
}

function at(
  { row, line, cells, headings }: Row,
  column: Name,
  problem: ExpertsFileProblem,
  expected?: string,
): Problem<ExpertsFileProblem> {
  const value = cells[column] === '' ? {} : { value: shown(cells[column]) }
  return {
    row,
    line,
    column: headings[column],
    problem,
    ...value,
    ...(expected === undefined ? {} : { expected }),
  }
}

/** Enough to find a slip of the pen; whether it reaches anybody only a letter can tell. */
const isAddress = (text: string) => /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/.test(text)

function repeated(
  rows: readonly Row[],
  column: Name,
  problem: ExpertsFileProblem,
): Problem<ExpertsFileProblem>[] {
  const first = new Map<string, number>()
  return rows.flatMap(row => {
    const key = folded(row.cells[column])
    const before = first.get(key)
    if (key !== '' && before !== undefined) return [at(row, column, problem, String(before))]
    first.set(key, row.row)
    return []
  })
}

/* A file to fill in, as the one for items. */
const sv = [
  'Namn eller funktion;E-post;Förbund;Roll',
  'Enhetschef Försäkringskassan;namn@exempel.se;Norra Västmanland;chef',
]
const en: typeof sv = [
  'Name or function,E-mail,Association,Role',
  'Unit manager Försäkringskassan,name@example.se,Norra Västmanland,manager',
]
const asFile = (lines: readonly string[]) => `\ufeff${lines.join('\r\n')}\r\n`
export const expertsTemplate: { readonly sv: string; readonly en: string } = {
  sv: asFile(sv),
  en: asFile(en),
}
