/** Who is asked. */
export const respondentGroups = ['participant', 'staff', 'board', 'manager', 'referrer'] as const
export type RespondentGroup = (typeof respondentGroups)[number]

/**
 * What is measured for one indicator in one respondent group. Its key is the number of the indicator and the group,
 * `7-participant`; an association's own indicator has a name instead of a number, `own-trust-participant`.
 */
export type Measure = { readonly indicator: number | string; readonly group: RespondentGroup }

const form = new RegExp(
  `^(?:([1-9]\\d{0,2})|own-([a-z][a-z0-9]*(?:-[a-z0-9]+)*))-(${respondentGroups.join('|')})$`,
)

/** The measure of a key, or undefined when it is none. An own indicator is its name, a common one its number. */
export function readMeasureKey(key: string): Measure | undefined {
  const [, number, name = '', group] = form.exec(key) ?? []
  if (group === undefined) return undefined
  return { indicator: number === undefined ? name : Number(number), group: group as RespondentGroup }
}
