import type { InputFile } from '../../../../platform/files/input-file.ts'
import type { ItemText } from '../../rules/items/lineage.ts'
import type { ItemNumber } from '../../rules/rounds/rule.ts'
import { type Column, readTable, type TableRow } from '../files/spreadsheet.ts'
import { inOrder, type Problem, type SpreadsheetProblem, shown } from '../files/spreadsheet-problem.ts'
import { folded, meaningOf, namesOf, type Words } from '../files/spreadsheet-words.ts'

/** An item from a file. `number` is null where the file gives none; texts are '' where there is none. */
export type FileItem = ItemText & { readonly number: ItemNumber | null }

export type ItemsFileProblem =
  | SpreadsheetProblem
  | 'number-wrong'
  | 'number-twice'
  | 'kind-missing'
  | 'kind-unknown'
  | 'perspective-unknown'
  | 'wording-missing'
  | 'wording-and-number-missing'
  | 'wording-without-letters'
  | 'wording-twice'

/** Either all items or all problems; there is no half import. `ignored` are headings that nobody asked for. */
export type ItemsFile =
  | { readonly ok: true; readonly items: readonly FileItem[]; readonly ignored: readonly string[] }
  | { readonly ok: false; readonly problems: readonly Problem<ItemsFileProblem>[] }

export type ItemsFileOptions = {
  /** Items may be without wording, and are then shown by their number. */
  readonly allowUnworded?: boolean
  readonly kinds?: Words
  readonly perspectives?: Words
}

/** The kinds and perspectives of the 2014 conference. */
const usualKinds: Words = [
  { value: 'process', names: ['process', 'processindikator', 'process indicator'] },
  { value: 'effect', names: ['effekt', 'effektindikator', 'effect', 'effect indicator', 'outcome'] },
]
const usualPerspectives: Words = [
  { value: 'participant', names: ['deltagare', 'deltagaren', 'participant', 'participants'] },
  { value: 'staff', names: ['personal', 'medarbetare', 'staff'] },
  { value: 'organisation', names: ['organisation', 'organisationen', 'organization'] },
  { value: 'society', names: ['samhälle', 'samhället', 'society'] },
]

const itemLimits = { number: 999_999, wording: 500, explanation: 5000 }

const columns = {
  number: {
    headings: ['nummer', 'item', 'nr', 'no', 'number', 'id'],
    required: false,
    longest: 20,
  },
  kind: { headings: ['typ', 'kind', 'slag', 'type'], required: true, longest: 100 },
  perspective: { headings: ['perspektiv', 'perspective'], required: false, longest: 100 },
  wordingSv: {
    headings: [
      'lydelse',
      'label_sv',
      'lydelse sv',
      'lydelse (sv)',
      'lydelse svenska',
      'wording',
      'wording sv',
      'formulering',
      'label',
    ],
    required: true,
    longest: itemLimits.wording,
  },
  wordingEn: {
    headings: [
      'label_en',
      'lydelse en',
      'lydelse (en)',
      'lydelse engelska',
      'wording en',
      'engelska',
      'english',
    ],
    required: false,
    longest: itemLimits.wording,
  },
  explanation: {
    headings: ['förklaring', 'explanation', 'forklaring', 'beskrivning', 'description'],
    required: false,
    longest: itemLimits.explanation,
    manyLines: true,
  },
} satisfies Record<string, Column>

type Row = TableRow<keyof typeof columns>

/**
 * Reads candidate items from a CSV (UTF-8) or XLSX file with the headings above, in Swedish or English. Finds
 * all problems, each with its row and column. The sentences are in file-messages.ts.
 */
export async function readItemsFile(file: InputFile, options: ItemsFileOptions = {}): Promise<ItemsFile> {
  const { rows, problems, ignored } = await readTable(file, columns)
  const found = inOrder<ItemsFileProblem>([
    ...problems,
    ...rows.flatMap(row => problemsOf(row, options)),
    ...repeated(rows, 'number', 'number-twice', ({ number }) => number.replace(/^0+/, '')),
    ...repeated(rows, 'wordingSv', 'wording-twice', ({ kind, wordingSv }) =>
      wordingSv === '' ? '' : `${folded(kind)} ${folded(wordingSv)}`,
    ),
  ])
  if (found.length > 0) return { ok: false, problems: found }
  return { ok: true, items: rows.map(row => itemOf(row, options)), ignored }
}

/** The items with numbers where the file gave none: those after the highest, also of what is there before. */
export function withNumbers(
  items: readonly FileItem[],
  highestBefore: ItemNumber,
): (ItemText & { readonly number: ItemNumber })[] {
  let highest = items.reduce((most, { number }) => Math.max(most, number ?? 0), highestBefore)
  return items.map(item => {
    if (item.number !== null) return { ...item, number: item.number }
    highest += 1
    return { ...item, number: highest }
  })
}

function itemOf(
  { cells }: Row,
  { kinds = usualKinds, perspectives = usualPerspectives }: ItemsFileOptions,
): FileItem {
  const { number, kind, perspective, wordingSv, wordingEn, explanation } = cells
  return {
    number: number === '' ? null : Number(number),
    kind: meaningOf(kinds, kind) ?? kind,
    perspective: meaningOf(perspectives, perspective) ?? perspective,
    wordingSv,
    wordingEn,
    explanation,
  }
}

function problemsOf(
  { row, line, cells, headings }: Row,
  { allowUnworded = false, kinds = usualKinds, perspectives = usualPerspectives }: ItemsFileOptions,
): Problem<ItemsFileProblem>[] {
  const { number, kind, perspective, wordingSv, wordingEn } = cells
  const at = (column: keyof typeof columns, problem: ItemsFileProblem, expected?: string) => ({
    row,
    line,
    column: headings[column],
    problem,
    ...(cells[column] === '' ? {} : { value: shown(cells[column]) }),
    ...(expected === undefined ? {} : { expected }),
  })
  const problems: Problem<ItemsFileProblem>[] = []
  if (number !== '' && !isItemNumber(number)) problems.push(at('number', 'number-wrong'))
  if (kind === '') problems.push(at('kind', 'kind-missing', namesOf(kinds)))
  else if (meaningOf(kinds, kind) === undefined) problems.push(at('kind', 'kind-unknown', namesOf(kinds)))
  if (perspective !== '' && meaningOf(perspectives, perspective) === undefined)
    problems.push(at('perspective', 'perspective-unknown', namesOf(perspectives)))
  if (wordingSv === '' && !allowUnworded) problems.push(at('wordingSv', 'wording-missing'))
  if (wordingSv === '' && allowUnworded && number === '')
    problems.push(at('wordingSv', 'wording-and-number-missing'))
  // A number that stands where a wording should is a column in the wrong place, or what Excel made of it.
  for (const column of ['wordingSv', 'wordingEn'] as const)
    if (cells[column] !== '' && !/\p{L}/u.test(cells[column]))
      problems.push(at(column, 'wording-without-letters'))
  if (wordingSv === '' && wordingEn !== '' && allowUnworded) problems.push(at('wordingSv', 'wording-missing'))
  return problems
}

const isItemNumber = (text: string) =>
  /^\d{1,9}$/.test(text) && Number(text) >= 1 && Number(text) <= itemLimits.number

/** A problem for each row that says again what an earlier row said; '' is nothing said. */
function repeated(
  rows: readonly Row[],
  column: keyof typeof columns,
  problem: ItemsFileProblem,
  keyOf: (cells: Row['cells']) => string,
): Problem<ItemsFileProblem>[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ row, line, cells, headings }) => {
    const key = keyOf(cells)
    const before = first.get(key)
    if (key === '' || before === undefined) {
      first.set(key, row)
      return []
    }
    const value = shown(cells[column])
    return [{ row, line, column: headings[column], problem, value, expected: String(before) }]
  })
}

/*
 * A file to fill in, with one example. The byte order mark makes Excel read å, ä and ö; Swedish Excel puts
 * semicolons between cells.
 */
const sv = [
  'Nummer;Typ;Perspektiv;Lydelse;Lydelse engelska;Förklaring',
  '1;process;deltagare;Någon håller ihop stödet för deltagaren;Someone holds the support together;"Exempel: skriv över eller ta bort raden"',
]
const en: typeof sv = [
  'Number,Kind,Perspective,Wording,Wording EN,Explanation',
  '1,process,participant,Någon håller ihop stödet för deltagaren,Someone holds the support together,"Example: write over it, or remove the row"',
]
const asFile = (lines: readonly string[]) => `\ufeff${lines.join('\r\n')}\r\n`
export const itemsTemplate: { readonly sv: string; readonly en: string } = { sv: asFile(sv), en: asFile(en) }
