import type { Catalogue } from '../../../platform/i18n/language.ts'

/** What stands around the report on its page: drafts, downloads, publishing, corrections. */
const sv = {
  above: 'Rapport',
  download: {
    pdf: 'PDF',
    docx: 'Word',
    xlsx: 'Excel, alla tabeller',
    csv: 'CSV',
    heading: 'Hämta rapporten',
  },
  downloadTable: 'Hämta tabellen',
  showTable: (rows: number) => `Visa tabellen (${rows} rader)`,
  filesOnly: 'Den här tabellen är för lång att läsa på en sida.',
  published: (day: string) => `Publicerad ${day}`,
  draft: 'Utkast',
  toAccord: 'Fyll i ACCORD',
  toEvaluation: 'Utvärderingen',
  toPublish: 'Publicera',
  publish: {
    heading: 'Publicera rapporten',
    text: 'När du publicerar kan alla läsa rapporten på den här adressen, utan att logga in. Den går inte att dra tillbaka, men ni kan lägga till rättelser.',
    shows:
      'Det här syns: reglerna, resultatet, hur många som deltog per roll och förbund, gruppernas argument, utvärderingen och det ni har skrivit i ACCORD.',
    hides: 'Det här syns aldrig: experternas namn, deras adresser, och vem som röstade vad.',
    check: (argumentCount: number, commentCount: number) =>
      `Läs igenom ${argumentCount} argument och ${commentCount} kommentarer först. Står det något som pekar ut en person?`,
    confirm: 'Jag har läst igenom rapporten och vill göra den synlig för alla.',
    button: 'Publicera rapporten',
    notYet: 'Rapporten går inte att publicera ännu',
  },
  correct: {
    heading: 'Rätta rapporten',
    lead: 'Rättelsen står först i rapporten, med datum. Det som står i övrigt ändras inte. En rättelse går inte att ta bort.',
    what: 'Vad var fel, och vad är rätt?',
    reason: 'Varför blev det fel?',
    button: 'Lägg till rättelsen',
  },
  error: {
    'confirm-missing': 'Bekräfta att du har läst igenom rapporten.',
    'what-missing': 'Skriv vad som var fel.',
    'reason-missing': 'Skriv varför.',
    'too-long': 'Texten är för lång. Korta den till högst 2 000 tecken.',
  },
  refusal: {
    'no-rounds': 'Konferensen har ingen omröstning ännu. Det finns inget resultat att publicera.',
    'round-not-published':
      'Alla omröstningar är inte avgjorda. Publicera resultatet av varje omröstning först.',
    'evaluation-open': 'Utvärderingen är öppen. Stäng den först, så att svaren kommer med.',
    'already-published': 'Rapporten är redan publicerad.',
    'not-published': 'Rapporten är inte publicerad, så den går att ändra utan rättelse.',
  },
}

const en: typeof sv = {
  above: 'Report',
  download: { pdf: 'PDF', docx: 'Word', xlsx: 'Excel, all tables', csv: 'CSV', heading: 'Get the report' },
  downloadTable: 'Get the table',
  showTable: rows => `Show the table (${rows} rows)`,
  filesOnly: 'This table is too long to read on a page.',
  published: day => `Published ${day}`,
  draft: 'Draft',
  toAccord: 'Fill in ACCORD',
  toEvaluation: 'The evaluation',
  toPublish: 'Publish',
  publish: {
    heading: 'Publish the report',
    text: 'When you publish, everybody can read the report at this address without logging in. It cannot be taken back, but you can add corrections.',
    shows:
      'This is shown: the rules, the result, how many took part by role and association, the groups’ arguments, the evaluation and what you have written in ACCORD.',
    hides: 'This is never shown: the experts’ names, their addresses, and who voted what.',
    check: (argumentCount, commentCount) =>
      `Read ${argumentCount} arguments and ${commentCount} comments first. Is there anything that points somebody out?`,
    confirm: 'I have read the report and want to make it visible to everybody.',
    button: 'Publish the report',
    notYet: 'The report cannot be published yet',
  },
  correct: {
    heading: 'Correct the report',
    lead: 'The correction stands first in the report, with its date. What else it says is not changed. A correction cannot be removed.',
    what: 'What was wrong, and what is right?',
    reason: 'Why did it become wrong?',
    button: 'Add the correction',
  },
  error: {
    'confirm-missing': 'Confirm that you have read the report.',
    'what-missing': 'Write what was wrong.',
    'reason-missing': 'Write why.',
    'too-long': 'The text is too long. Shorten it to at most 2,000 characters.',
  },
  refusal: {
    'no-rounds': 'The conference has no vote yet. There is no result to publish.',
    'round-not-published': 'Not all rounds are decided. Publish the result of each round first.',
    'evaluation-open': 'The evaluation is open. Close it first, so that the answers are part of the report.',
    'already-published': 'The report is published already.',
    'not-published': 'The report is not published, so it can be changed without a correction.',
  },
}

export const reportPage: Catalogue<typeof sv> = { sv, en }
