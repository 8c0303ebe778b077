import { z } from 'zod'
import type { Entered, FieldErrors } from '../../../../platform/http/form.ts'
import { type Comet, earlierRounds, type Fraction, type VotingRule } from '../../rules/rounds/rule.ts'
import { votingRuleSchema } from './voting-rule.ts'

/** Each is a name that the catalogue turns into a sentence. */
export type RoundFormError =
  | 'choice-missing'
  | 'number-wrong'
  | 'share-wrong'
  | 'rounds-wrong'
  | 'items-wrong'
  | 'kind-missing'
  | 'seats-missing'
  | 'round-not-before'
  | 'needs-rating-ballot'
  | 'against-over-agree'
  | 'stands-needs-no'
  | 'accepted-and-dropped'
  | 'not-allowed'

export type RoundForm =
  | { readonly ok: true; readonly rule: VotingRule }
  | {
      readonly ok: false
      readonly errors: Readonly<Record<string, RoundFormError>>
      readonly entered: Entered
    }

/** The prefix of the fields that say how many seats a kind has. */
export const seatsField = (kind: string): string => `seats-${kind}`

/**
 * Reads the form of one round. Only the fields that belong to what was chosen are looked at, so that what was
 * typed under another answer does no harm.
 * @param others the other rounds' rules, which this one may point to
 */
export function readRoundForm(
  body: unknown,
  round: number,
  kinds: readonly string[],
  others: readonly VotingRule[],
): RoundForm {
  const entered = (body ?? {}) as Entered
  const errors: Record<string, RoundFormError> = {}
  const text = (name: string) => {
    const value = entered[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  const fail = (field: string, error: RoundFormError) => {
    errors[field] ??= error
    return undefined
  }
  const number = (field: string) => {
    const read = z.coerce
      .number()
      .int()
      .min(1)
      .safeParse(text(field) || undefined)
    return read.success ? read.data : fail(field, 'number-wrong')
  }
  const share = (field: string) => shareFrom(text(field)) ?? fail(field, 'share-wrong')
  const numbers = (field: string, error: RoundFormError) => numbersFrom(text(field)) ?? fail(field, error)
  const comet = (part: 'accept' | 'drop') => ({
    comet: { agree: share(`${part}Agree`), against: share(`${part}Against`) },
  })

  const items = () => {
    const chosen = text('items')
    if (chosen === 'all') return 'all'
    if (chosen === 'kind')
      return kinds.includes(text('kind')) ? { kind: text('kind') } : fail('kind', 'kind-missing')
    if (chosen === 'keptFrom') return { keptFrom: numbers('keptFrom', 'rounds-wrong') }
    if (chosen === 'acceptedIn') return { acceptedIn: numbers('acceptedIn', 'rounds-wrong') }
    if (chosen === 'list') return { list: numbers('list', 'items-wrong') }
    return fail('items', 'choice-missing')
  }
  const ballot = () => {
    const chosen = text('ballot')
    if (chosen === 'choose') return { choose: number('choose') }
    return chosen === 'yes-no' || chosen === 'rating-1-9' ? chosen : fail('ballot', 'choice-missing')
  }
  const seats = () => {
    const given = kinds.filter(kind => text(seatsField(kind)) !== '')
    if (given.length === 0) return fail(seatsField(kinds[0] ?? ''), 'seats-missing')
    return Object.fromEntries(given.map(kind => [kind, number(seatsField(kind))]))
  }
  const accept = () => {
    const chosen = text('accept')
    if (chosen === 'top') return { top: number('top') }
    if (chosen === 'topByKind') return { top: seats() }
    if (chosen === 'atLeast') return { atLeast: share('atLeast') }
    if (chosen === 'moreThan') return { moreThan: share('moreThan') }
    if (chosen === 'comet') return comet('accept')
    return chosen === 'rand' || chosen === 'none' ? chosen : fail('accept', 'choice-missing')
  }
  const drop = () => {
    const chosen = text('drop')
    if (chosen === 'below') return { below: share('below') }
    if (chosen === 'bottom') return { bottom: number('bottom') }
    if (chosen === 'comet') return comet('drop')
    return ['rand', 'rest', 'none'].includes(chosen) ? chosen : fail('drop', 'choice-missing')
  }

  const shareOf = text('shareOf')
  const written = {
    round,
    items: items(),
    ballot: ballot(),
    accept: accept(),
    drop: drop(),
    ...(shareOf !== '' && { shareOf }),
    protocol: text('protocol') || 'none',
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors, entered }
  const read = votingRuleSchema.safeParse(written)
  if (!read.success) {
    for (const { path, message } of read.error.issues) fail(String(path[0] ?? 'items'), nameOf(message))
    return { ok: false, errors, entered }
  }
  const isBefore = (pointed: number) => pointed < round && others.some(rule => rule.round === pointed)
  if (!earlierRounds(read.data.items).every(isBefore)) {
    fail(text('items'), 'round-not-before')
    return { ok: false, errors, entered }
  }
  return { ok: true, rule: read.data }
}

/** The schema speaks English to those who write JSON; a page has its own sentences. */
function nameOf(message: string): RoundFormError {
  if (message.includes('uses ratings')) return 'needs-rating-ballot'
  if (message.includes('more against than')) return 'against-over-agree'
  if (message.includes('needs a ballot on which one can say no')) return 'stands-needs-no'
  if (message.includes('both accepted and dropped')) return 'accepted-and-dropped'
  return 'not-allowed'
}

/** `70`, `12,5` or `70 %` is a percentage, `2/3` a fraction: as a rule's JSON writes them. */
function shareFrom(text: string): number | string | undefined {
  const fraction = /^(\d{1,7})\s*\/\s*([1-9]\d{0,6})$/.exec(text)
  if (fraction)
    return Number(fraction[1]) <= Number(fraction[2]) ? `${fraction[1]}/${fraction[2]}` : undefined
  const percent = /^(\d{1,3}(?:[.,]\d{1,4})?)\s*%?$/.exec(text)?.[1]?.replace(',', '.')
  if (percent === undefined || Number(percent) > 100) return undefined
  return Number((Number(percent) / 100).toFixed(6))
}

/** `1, 2 och 4`, `3-5`: whole numbers from 1, ascending and each once. */
function numbersFrom(text: string): number[] | undefined {
  const parts = text
    .replaceAll(/\s*[-–]\s*/g, '-')
    .split(/[\s,;]+|och|and/)
    .filter(Boolean)
  const found = new Set<number>()
  for (const part of parts) {
    const [, first, last = first] = /^(\d{1,16})(?:-(\d{1,16}))?$/.exec(part) ?? []
    const [from, to] = [Number(first), Number(last)]
    if (first === undefined || from < 1 || to < from || to - from > 5000) return undefined
    if (!Number.isSafeInteger(to)) return undefined
    for (let number = from; number <= to; number++) found.add(number)
  }
  return found.size > 0 ? [...found].toSorted((a, b) => a - b) : undefined
}

/** COMET's own thresholds, where a rule has no others (The COMET Handbook 1.0). */
const usualComet: Entered = { acceptAgree: '70', acceptAgainst: '15', dropAgree: '70', dropAgainst: '15' }

/** What the form of a new round begins with. */
export const afresh: Entered = {
  items: 'all',
  ballot: 'yes-no',
  drop: 'none',
  protocol: 'comprehensive',
  shareOf: '',
  ...usualComet,
}

/** A rule as its form shows it. */
export function enteredFrom(rule: VotingRule): Entered {
  const { items, ballot, accept, drop } = rule
  return {
    ...usualComet,
    ...(typeof items === 'string' ? { items } : selectionEntered(items)),
    ...(typeof ballot === 'string' ? { ballot } : { ballot: 'choose', choose: String(ballot.choose) }),
    ...(typeof accept === 'string' ? { accept } : acceptEntered(accept)),
    ...(typeof drop === 'string' ? { drop } : dropEntered(drop)),
    shareOf: rule.shareOf,
    protocol: rule.protocol,
  }
}

function selectionEntered(items: Exclude<VotingRule['items'], string>): Entered {
  if ('kind' in items) return { items: 'kind', kind: items.kind }
  if ('keptFrom' in items) return { items: 'keptFrom', keptFrom: items.keptFrom.join(', ') }
  if ('acceptedIn' in items) return { items: 'acceptedIn', acceptedIn: items.acceptedIn.join(', ') }
  return { items: 'list', list: items.list.join(', ') }
}

function acceptEntered(accept: Exclude<VotingRule['accept'], string>): Entered {
  if ('comet' in accept) return { accept: 'comet', ...cometEntered('accept', accept) }
  if ('atLeast' in accept) return { accept: 'atLeast', atLeast: shareText(accept.atLeast) }
  if ('moreThan' in accept) return { accept: 'moreThan', moreThan: shareText(accept.moreThan) }
  if (typeof accept.top === 'number') return { accept: 'top', top: String(accept.top) }
  const seats = Object.entries(accept.top).map(([kind, count]) => [seatsField(kind), String(count)])
  return { accept: 'topByKind', ...Object.fromEntries(seats) }
}

function dropEntered(drop: Exclude<VotingRule['drop'], string>): Entered {
  if ('comet' in drop) return { drop: 'comet', ...cometEntered('drop', drop) }
  if ('below' in drop) return { drop: 'below', below: shareText(drop.below) }
  return { drop: 'bottom', bottom: String(drop.bottom) }
}

const cometEntered = (part: 'accept' | 'drop', { comet }: Comet): Entered => ({
  [`${part}Agree`]: shareText(comet.agree),
  [`${part}Against`]: shareText(comet.against),
})

/**
 * As a percentage where that is how the rule was written, else as the fraction: 5/10 is 50, but 1/2 stays 1/2. They are
 * the same share and not the same rule, since the rule's hash is of what was written.
 */
function shareText({ numerator, denominator }: Fraction): string {
  const isDecimal = denominator === 1 || (isPowerOfTen(denominator) && numerator % 10 !== 0)
  if (!isDecimal) return `${numerator}/${denominator}`
  return String(Number(((100 * numerator) / denominator).toFixed(4))).replace('.', ',')
}

const isPowerOfTen = (number: number) => /^10+$/.test(String(number))

/** The form's errors as sentences. */
export const roundFormSentences = (
  errors: Readonly<Record<string, RoundFormError>>,
  sentences: Readonly<Record<RoundFormError, string>>,
): FieldErrors =>
  Object.fromEntries(Object.entries(errors).map(([field, error]) => [field, sentences[error]]))
