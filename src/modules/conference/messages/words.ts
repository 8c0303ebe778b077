import type { Catalogue, Language } from '../../../platform/i18n/language.ts'

/** Words that a conference keeps in its tables, as people read them. What is not known here is shown as it was written. */
const sv = {
  kind: { process: 'Process', effect: 'Effekt' },
  perspective: {
    participant: 'Deltagare',
    staff: 'Personal',
    organisation: 'Organisation',
    society: 'Samhälle',
  },
  role: {
    participant: 'Deltagare',
    relative: 'Närstående',
    officer: 'Tjänsteman',
    manager: 'Chef',
    politician: 'Politiker',
  },
  item: (number: number) => `Förslag ${number}`,
}
const en: typeof sv = {
  kind: { process: 'Process', effect: 'Effect' },
  perspective: {
    participant: 'Participant',
    staff: 'Staff',
    organisation: 'Organisation',
    society: 'Society',
  },
  role: {
    participant: 'Participant',
    relative: 'Relative',
    officer: 'Officer',
    manager: 'Manager',
    politician: 'Politician',
  },
  item: number => `Item ${number}`,
}
const texts: Catalogue<typeof sv> = { sv, en }

type Sort = 'kind' | 'perspective' | 'role'

/** `wordFor('sv', 'role', 'manager')` is `Chef`. */
export const wordFor = (language: Language, sort: Sort, value: string): string =>
  (texts[language][sort] as Readonly<Record<string, string>>)[value] ?? value

/** The words that are known, in the order in which they are offered. */
export const knownWords = (sort: Sort): string[] => Object.keys(sv[sort])

/** What an item is called: its wording in the page's language, else the other one, else its number. */
export const itemName = (
  language: Language,
  item: { readonly number: number; readonly wordingSv: string; readonly wordingEn: string },
): string =>
  (language === 'en' && item.wordingEn) ||
  item.wordingSv ||
  item.wordingEn ||
  texts[language].item(item.number)

/** The same with the number before it, as it stands on a ballot: `17. Stöd från kamrater`, or only `Förslag 17`. */
export const numberedItem = (
  language: Language,
  item: { readonly number: number; readonly wordingSv: string; readonly wordingEn: string },
): string =>
  item.wordingSv || item.wordingEn
    ? `${item.number}. ${itemName(language, item)}`
    : texts[language].item(item.number)
