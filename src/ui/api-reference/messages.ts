import type { Catalogue } from '../../platform/i18n/language.ts'

const sv = {
  lead: 'Det här kan andra program fråga Mellanrum om. Svaren är JSON, där inget annat sägs.',
  document: 'Samma beskrivning som OpenAPI 3.1, för program:',
  version: (version: string) => `Version ${version}`,
  tags: 'Delar av API:t',
  deprecated: 'Ska bort',
  parameters: 'Parametrar',
  request: 'Det du skickar',
  answer: (status: string) => `Svar ${status}`,
  noContent: 'Utan innehåll.',
  example: 'Exempel',
  columns: {
    name: 'Namn',
    place: 'Var',
    type: 'Typ',
    limits: 'Gränser',
    required: 'Måste finnas',
    description: 'Beskrivning',
  },
  yes: 'ja',
  no: 'nej',
  wholeValue: 'hela svaret',
  empty: 'Här finns inga frågor att ställa ännu.',
}

const en: typeof sv = {
  lead: 'What other programs can ask Mellanrum for. Answers are JSON unless something else is said.',
  document: 'The same description as OpenAPI 3.1, for programs:',
  version: version => `Version ${version}`,
  tags: 'Parts of the API',
  deprecated: 'To be removed',
  parameters: 'Parameters',
  request: 'What you send',
  answer: status => `Answer ${status}`,
  noContent: 'Without content.',
  example: 'Example',
  columns: {
    name: 'Name',
    place: 'Where',
    type: 'Type',
    limits: 'Limits',
    required: 'Required',
    description: 'Description',
  },
  yes: 'yes',
  no: 'no',
  wholeValue: 'the whole answer',
  empty: 'There is nothing to ask for yet.',
}

export const messages: Catalogue<typeof sv> = { sv, en }
