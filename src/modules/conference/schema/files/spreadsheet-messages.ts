import { formatNumber } from '../../../../platform/i18n/format.ts'
import type { Catalogue, Language } from '../../../../platform/i18n/language.ts'
import type { Problem, SpreadsheetProblem } from './spreadsheet-problem.ts'

/** What each problem is called in a sentence: what is wrong, and what to do about it. */
export type Sentences<Name extends string> = Record<
  Name,
  (problem: Pick<Problem<Name>, 'value' | 'expected'>) => string
>

const megabytes = (value = '0') => Number(value) / 1_000_000
const count = (value = '0') => Number(value)
const said = ({ value = '' }: { readonly value?: string }) => (value === '' ? '' : ` (”${value}”)`)
const saidInEnglish = ({ value = '' }: { readonly value?: string }) => (value === '' ? '' : ` (“${value}”)`)

const sv: Sentences<SpreadsheetProblem> = {
  'file-empty': () => 'Filen är tom. Fyll i den och spara den, och välj den sedan igen.',
  'file-too-large': ({ value }) =>
    `Filen är för stor: högst ${megabytes(value)} MB. Ta bort bilder och andra blad, eller dela upp den.`,
  'not-a-table': () =>
    'Filen är ingen tabell. Spara den som Excel-arbetsbok (.xlsx) eller CSV UTF-8 och försök igen.',
  'not-utf-8': problem =>
    `Filen är sparad så att å, ä och ö inte går att läsa säkert${said(problem)}. I Excel: Arkiv, Spara som, välj CSV UTF-8 (kommaavgränsad) eller Excel-arbetsbok (.xlsx).`,
  'letters-garbled': problem =>
    `Bokstäver har blivit förvanskade${said(problem)}, förmodligen när filen sparades. Öppna originalet och spara det som CSV UTF-8 eller .xlsx.`,
  'quotes-unpaired': () =>
    'Ett citattecken saknar sitt par, så resten av filen går inte att läsa säkert. Skriv dubbla citattecken inne i en text, eller spara som .xlsx.',
  'old-excel': () =>
    'Filen är en äldre Excel-fil (.xls) eller skyddad med lösenord. Spara den som Excel-arbetsbok (.xlsx) utan lösenord.',
  'excel-unreadable': () =>
    'Filen går inte att läsa som Excel-arbetsbok. Öppna den i Excel, spara den på nytt som .xlsx och försök igen.',
  'excel-unpacks-too-large': () =>
    'Arbetsboken är för stor när den packas upp. Flytta tabellen till en ny, tom arbetsbok och spara den.',
  'formula-without-value': () =>
    'Cellen har en formel utan sparat värde. Öppna filen i Excel och spara den, eller ersätt formeln med dess text.',
  'formula-failed': problem =>
    `Cellen visar ett formelfel${said(problem)}. Skriv texten i stället för formeln.`,
  'formula-in-text': problem =>
    `Texten börjar med likhetstecken${said(problem)} och skulle bli en formel i Excel. Skriv den utan likhetstecken.`,
  'too-many-rows': ({ value }) =>
    value
      ? `Filen har fler än ${formatNumber('sv', count(value))} rader. Dela upp den.`
      : 'Bladet har celler långt nedanför tabellen. Ta bort de tomma raderna under den, eller kopiera tabellen till en ny arbetsbok.',
  'too-many-columns': ({ value }) =>
    value
      ? `Filen har fler än ${formatNumber('sv', count(value))} kolumner. Behåll bara de som behövs.`
      : 'Bladet har celler långt till höger om tabellen. Ta bort de tomma kolumnerna, eller kopiera tabellen till en ny arbetsbok.',
  'column-missing': () => 'Kolumnen saknas. Skriv dess rubrik i första raden.',
  'column-twice': () => 'Kolumnen finns två gånger. Ta bort den ena eller ge den en annan rubrik.',
  'cell-without-heading': problem =>
    `Raden har mer text än det finns rubriker${said(problem)}. Är det en text med komma eller semikolon, sätt citattecken runt den.`,
  'cell-too-long': ({ value }) =>
    `Texten är för lång: högst ${formatNumber('sv', count(value))} tecken. Korta den.`,
  'cell-is-date': problem =>
    `Excel har gjort om texten till ett datum${said(problem)}. Formatera cellen som text och skriv den igen.`,
  'cell-is-true-or-false': () =>
    'Excel har gjort om texten till SANT eller FALSKT. Formatera cellen som text och skriv den igen.',
  'no-rows': () => 'Filen har rubriker men inga rader under dem. Fyll i minst en rad.',
}

const en: Sentences<SpreadsheetProblem> = {
  'file-empty': () => 'The file is empty. Fill it in and save it, then choose it again.',
  'file-too-large': ({ value }) =>
    `The file is too large: at most ${megabytes(value)} MB. Remove pictures and other sheets, or divide it.`,
  'not-a-table': () =>
    'The file is not a table. Save it as an Excel workbook (.xlsx) or CSV UTF-8 and try again.',
  'not-utf-8': problem =>
    `The file is not saved as UTF-8, so its letters cannot be read safely${saidInEnglish(problem)}. In Excel: File, Save As, choose CSV UTF-8 (Comma delimited) or Excel workbook (.xlsx).`,
  'letters-garbled': problem =>
    `Letters are garbled${saidInEnglish(problem)}, probably since the file was saved. Open the original and save it as CSV UTF-8 or .xlsx.`,
  'quotes-unpaired': () =>
    'A quotation mark has no pair, so the rest of the file cannot be read safely. Write double quotation marks inside a text, or save as .xlsx.',
  'old-excel': () =>
    'The file is an older Excel file (.xls) or has a password. Save it as an Excel workbook (.xlsx) without a password.',
  'excel-unreadable': () =>
    'The file cannot be read as an Excel workbook. Open it in Excel, save it as .xlsx again and try once more.',
  'excel-unpacks-too-large': () =>
    'The workbook is too large when unpacked. Move the table to a new, empty workbook and save that.',
  'formula-without-value': () =>
    'The cell has a formula without a saved value. Open the file in Excel and save it, or replace the formula by its text.',
  'formula-failed': problem =>
    `The cell shows a formula error${saidInEnglish(problem)}. Write the text instead of the formula.`,
  'formula-in-text': problem =>
    `The text begins with an equals sign${saidInEnglish(problem)} and would become a formula in Excel. Write it without.`,
  'too-many-rows': ({ value }) =>
    value
      ? `The file has more than ${formatNumber('en', count(value))} rows. Divide it.`
      : 'The sheet has cells far below the table. Remove the empty rows, or copy the table to a new workbook.',
  'too-many-columns': ({ value }) =>
    value
      ? `The file has more than ${formatNumber('en', count(value))} columns. Keep only those that are needed.`
      : 'The sheet has cells far to the right of the table. Remove the empty columns, or copy the table to a new workbook.',
  'column-missing': () => 'The column is missing. Write its heading in the first row.',
  'column-twice': () => 'The column is there twice. Remove one, or give it another heading.',
  'cell-without-heading': problem =>
    `The row has more text than there are headings${saidInEnglish(problem)}. If it is a text with a comma or semicolon, put quotation marks around it.`,
  'cell-too-long': ({ value }) =>
    `The text is too long: at most ${formatNumber('en', count(value))} characters. Shorten it.`,
  'cell-is-date': problem =>
    `Excel has turned the text into a date${saidInEnglish(problem)}. Format the cell as text and write it again.`,
  'cell-is-true-or-false': () =>
    'Excel has turned the text into TRUE or FALSE. Format the cell as text and write it again.',
  'no-rows': () => 'The file has headings but no rows below them. Fill in at least one row.',
}

export const spreadsheetSentences: Catalogue<Sentences<SpreadsheetProblem>> = { sv, en }

const placeSv = { row: (row: number) => `Rad ${row}`, column: (column: string) => `kolumnen ”${column}”` }
const placeEn: typeof placeSv = { row: row => `Row ${row}`, column: column => `column “${column}”` }

const places: Catalogue<typeof placeSv> = { sv: placeSv, en: placeEn }

/** `Rad 5, kolumnen ”Lydelse”: Texten är för lång …`; the form a page lists errors in. */
export function sentenceFor<Name extends string>(
  language: Language,
  sentences: Catalogue<Sentences<Name>>,
  problem: Problem<Name>,
): string {
  const { row, column } = places[language]
  const place = [row(problem.row), ...(problem.column === undefined ? [] : [column(problem.column)])]
  return `${place.join(', ')}: ${sentences[language][problem.problem](problem)}`
}

/** `items.csv:5: column “Wording”: The text is too long …`; the form of the command line, in English. */
export function lineFor<Name extends string>(
  file: string,
  sentences: Catalogue<Sentences<Name>>,
  problem: Problem<Name>,
): string {
  const column = problem.column === undefined ? '' : `${places.en.column(problem.column)}: `
  return `${file}:${problem.line}: ${column}${sentences.en[problem.problem](problem)}`
}
