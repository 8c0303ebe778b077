import type { Catalogue } from '../i18n/language.ts'

const sv = {
  table: (number: number) => `Tabell ${number}`,
  figure: (number: number) => `Figur ${number}`,
  page: 'Sida',
  of: 'av',
}

const en: typeof sv = {
  table: number => `Table ${number}`,
  figure: number => `Figure ${number}`,
  page: 'Page',
  of: 'of',
}

export const messages: Catalogue<typeof sv> = { sv, en }
