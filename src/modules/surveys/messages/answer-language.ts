/** The languages that respondents' pages have words in: more people are asked than work here. */
export const respondentLanguages = ['sv', 'sv-simple', 'en', 'ar', 'so'] as const
export type RespondentLanguage = (typeof respondentLanguages)[number]

/** Each language in its own words, as one looks for it. */
const names: Readonly<Record<string, string>> = {
  sv: 'Svenska',
  'sv-simple': 'Lätt svenska',
  en: 'English',
  ar: 'العربية',
  so: 'Soomaali',
}
/** A questionnaire may be in any language; the browser's own list knows the others. */
export const nameOf = (language: string): string =>
  names[language] ?? new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language

const rightToLeft = ['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr'

/** A catalogue's words in this language, else in its main language, else in Swedish. */
export function wordsFor<Texts>(
  catalogue: Readonly<Record<RespondentLanguage, Texts>>,
  language: string,
): Texts {
  const main = language.split('-')[0]
  const known =
    respondentLanguages.find(one => one === language) ?? respondentLanguages.find(one => one === main)
  return catalogue[known ?? 'sv']
}

/**
 * The language to begin in: the one that was chosen, else the first of the browser's that there is, else the first.
 * @param accepted the browser's languages as in `Accept-Language`
 */
export function languageFor(
  offered: readonly string[],
  chosen: string | undefined,
  accepted: string | undefined,
): string {
  const wished = (accepted ?? '').split(',').map(one => one.split(';')[0]?.trim().toLowerCase() ?? '')
  const [first = 'sv'] = offered
  return (
    offered.find(one => one === chosen) ??
    wished.flatMap(wish => offered.find(one => one === wish || one === wish.split('-')[0]) ?? [])[0] ??
    first
  )
}

/** A questionnaire's text in this language, else in the first that it has. */
export const textIn = (text: Readonly<Record<string, string>>, language: string): string =>
  text[language] ?? Object.values(text)[0] ?? ''
