import type { Catalogue, Language } from '../../../../platform/i18n/language.ts'
import { type Sentences, sentenceFor, spreadsheetSentences } from '../files/spreadsheet-messages.ts'
import type { Problem } from '../files/spreadsheet-problem.ts'
import type { ItemsFileProblem } from './file.ts'

const sv: Sentences<ItemsFileProblem> = {
  ...spreadsheetSentences.sv,
  'number-wrong': ({ value }) =>
    `”${value}” är inget nummer. Skriv ett heltal från 1, eller lämna cellen tom.`,
  'number-twice': ({ value, expected }) =>
    `Nummer ${value} finns redan på rad ${expected}. Ge raden ett annat nummer.`,
  'kind-missing': ({ expected }) => `Typen saknas. Skriv någon av: ${expected}.`,
  'kind-unknown': ({ value, expected }) =>
    `”${value}” är ingen typ i den här konferensen. Skriv någon av: ${expected}.`,
  'perspective-unknown': ({ value, expected }) =>
    `”${value}” är inget perspektiv i den här konferensen. Skriv någon av: ${expected}, eller lämna cellen tom.`,
  'wording-missing': () => 'Lydelsen saknas. Skriv indikatorns lydelse på svenska.',
  'wording-and-number-missing': () =>
    'Raden har varken lydelse eller nummer. Skriv en av dem, eller ta bort raden.',
  'wording-without-letters': ({ value }) =>
    `”${value}” har inga bokstäver. Skriv lydelsen som text; har Excel gjort om den, formatera cellen som text först.`,
  'wording-twice': ({ expected }) => `Samma lydelse finns redan på rad ${expected}. Ta bort en av raderna.`,
}

const en: Sentences<ItemsFileProblem> = {
  ...spreadsheetSentences.en,
  'number-wrong': ({ value }) =>
    `“${value}” is not a number. Write a whole number from 1, or leave the cell empty.`,
  'number-twice': ({ value, expected }) =>
    `Number ${value} is on row ${expected} already. Give this row another one.`,
  'kind-missing': ({ expected }) => `The kind is missing. Write one of: ${expected}.`,
  'kind-unknown': ({ value, expected }) =>
    `“${value}” is not a kind in this conference. Write one of: ${expected}.`,
  'perspective-unknown': ({ value, expected }) =>
    `“${value}” is not a perspective in this conference. Write one of: ${expected}, or leave the cell empty.`,
  'wording-missing': () => 'The wording is missing. Write the wording of the indicator in Swedish.',
  'wording-and-number-missing': () =>
    'The row has neither wording nor number. Write one of them, or remove the row.',
  'wording-without-letters': ({ value }) =>
    `“${value}” has no letters. Write the wording as text; if Excel changed it, format the cell as text first.`,
  'wording-twice': ({ expected }) =>
    `The same wording is on row ${expected} already. Remove one of the rows.`,
}

const sentences: Catalogue<Sentences<ItemsFileProblem>> = { sv, en }

/** `Rad 5, kolumnen ”Lydelse”: Lydelsen saknas. …` */
export const itemsFileSentence = (language: Language, problem: Problem<ItemsFileProblem>): string =>
  sentenceFor(language, sentences, problem)
