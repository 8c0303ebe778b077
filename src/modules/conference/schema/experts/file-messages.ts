import type { Catalogue, Language } from '../../../../platform/i18n/language.ts'
import { lineFor, type Sentences, sentenceFor, spreadsheetSentences } from '../files/spreadsheet-messages.ts'
import type { Problem } from '../files/spreadsheet-problem.ts'
import type { ExpertsFileProblem } from './file.ts'

const sv: Sentences<ExpertsFileProblem> = {
  ...spreadsheetSentences.sv,
  'id-and-name-missing': () => 'Raden säger inte vem det är. Skriv ett namn, en funktion eller ett nummer.',
  'id-twice': ({ value, expected }) =>
    `”${value}” finns redan på rad ${expected}. Ge raden ett annat nummer.`,
  'email-wrong': ({ value }) =>
    `”${value}” är ingen e-postadress. Skriv den som namn@exempel.se, eller lämna cellen tom.`,
  'email-twice': ({ value, expected }) =>
    `Adressen ”${value}” finns redan på rad ${expected}. Varje expert behöver en egen.`,
  'association-missing': () => 'Förbundet saknas. Skriv vilket samordningsförbund experten kommer från.',
  'association-unknown': ({ value, expected }) =>
    `”${value}” är inget av konferensens förbund. Skriv något av: ${expected}.`,
  'role-missing': ({ expected }) =>
    expected ? `Rollen saknas. Skriv någon av: ${expected}.` : 'Rollen saknas. Skriv den.',
  'role-unknown': ({ value, expected }) =>
    `”${value}” är ingen roll i den här konferensen. Skriv någon av: ${expected}.`,
}

const en: Sentences<ExpertsFileProblem> = {
  ...spreadsheetSentences.en,
  'id-and-name-missing': () => 'The row does not say who it is. Write a name, a function or a number.',
  'id-twice': ({ value, expected }) =>
    `“${value}” is on row ${expected} already. Give this row another number.`,
  'email-wrong': ({ value }) =>
    `“${value}” is not an e-mail address. Write it as name@example.se, or leave the cell empty.`,
  'email-twice': ({ value, expected }) =>
    `The address “${value}” is on row ${expected} already. Each expert needs one of their own.`,
  'association-missing': () => 'The association is missing. Write which association the expert comes from.',
  'association-unknown': ({ value, expected }) =>
    `“${value}” is none of the conference’s associations. Write one of: ${expected}.`,
  'role-missing': ({ expected }) =>
    expected ? `The role is missing. Write one of: ${expected}.` : 'The role is missing. Write it.',
  'role-unknown': ({ value, expected }) =>
    `“${value}” is not a role in this conference. Write one of: ${expected}.`,
}

const sentences: Catalogue<Sentences<ExpertsFileProblem>> = { sv, en }

/** `Rad 5, kolumnen ”Roll”: Rollen saknas. …` */
export const expertsFileSentence = (language: Language, problem: Problem<ExpertsFileProblem>): string =>
  sentenceFor(language, sentences, problem)

/** `experts.csv:5: column “role”: The role is missing. …` */
export const expertsFileLine = (file: string, problem: Problem<ExpertsFileProblem>): string =>
  lineFor(file, sentences, problem)
