import type { Language } from './language.ts'

const locale: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' }
/** All times that a person reads are Swedish time, wherever the server stands. */
const timeZone = 'Europe/Stockholm'

const remembered = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.PluralRules>()
function remember<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.PluralRules>(
  key: string,
  make: () => T,
): T {
  const known = remembered.get(key)
  if (known) return known as T
  const made = make()
  remembered.set(key, made)
  return made
}

/** A number as people write it: `1 014 500` in Swedish. */
export const formatNumber = (language: Language, value: number, decimals = 0): string =>
  remember(
    `number ${language} ${decimals}`,
    () =>
      new Intl.NumberFormat(locale[language], {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }),
  ).format(value)

/** A share 0-1 as whole percent: `57 %`. */
export const formatPercent = (language: Language, share: number): string =>
  remember(
    `percent ${language}`,
    () => new Intl.NumberFormat(locale[language], { style: 'percent', maximumFractionDigits: 0 }),
  ).format(share)

/** A day as people say it: `15 maj 2014`. Takes an instant, or a date without time as `YYYY-MM-DD`. */
export const formatDate = (language: Language, day: Date | string): string =>
  remember(
    `date ${language}`,
    () => new Intl.DateTimeFormat(locale[language], { dateStyle: 'long', timeZone }),
  ).format(typeof day === 'string' ? new Date(`${day}T12:00:00Z`) : day)

/** The Swedish day of an instant, `YYYY-MM-DD`: what "today" is for whoever plans by dates. */
export const swedishDay = (at: Date): string =>
  remember('day', () => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone })).format(at)

/** A month as people say it: `oktober 2026`. Takes `YYYY-MM`. */
export const formatMonth = (language: Language, month: string): string =>
  remember(
    `month ${language}`,
    () => new Intl.DateTimeFormat(locale[language], { month: 'long', year: 'numeric', timeZone }),
  ).format(new Date(`${month}-15T12:00:00Z`))

/** Days from one to another, said once where they are alike: `14–15 maj 2014`. Dates as `YYYY-MM-DD`. */
export function formatDays(language: Language, from: string, to: string): string {
  if (from === to) return formatDate(language, from)
  const format = new Intl.DateTimeFormat(locale[language], { dateStyle: 'long', timeZone })
  return format.formatRange(new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`))
}

/** A time of day: `14:05`. */
export const formatTime = (language: Language, at: Date): string =>
  remember(
    `time ${language}`,
    () => new Intl.DateTimeFormat(locale[language], { hour: '2-digit', minute: '2-digit', timeZone }),
  ).format(at)

/** `plural('sv', 2, { one: 'röst', other: 'röster' })` is `röster`. */
export function plural(language: Language, count: number, forms: { one: string; other: string }): string {
  const rule = remember(`plural ${language}`, () => new Intl.PluralRules(locale[language])).select(count)
  return rule === 'one' ? forms.one : forms.other
}
