import { z } from 'zod'
import { quoted } from '../../../../platform/files/input-file.ts'
import {
  type BallotForm,
  type Comet,
  earlierRounds,
  type Fraction,
  type VotingRule,
} from '../../rules/rounds/rule.ts'

/**
 * The JSON form of a voting rule. docs/voting-rules.md explains it to those who write one.
 * Sentences here are what the writer of a rules file reads, after the file's name and line.
 */

const wholeFromOne = z.int().min(1)

const writtenOut = z.strictObject({
  numerator: z.int().min(0).max(1_000_000),
  denominator: z.int().min(1).max(1_000_000),
})

/** 0.7, or "2/3" where a decimal would only be near; written out too, so that a rule once read can be read again. */
const fraction = z.unknown().transform((written, check): Fraction => {
  const read = fromDecimal(written) ?? fromText(written) ?? writtenOut.safeParse(written).data
  if (read && read.numerator <= read.denominator) return read
  check.addIssue('a share is a number from 0 to 1 with at most six decimals, or a fraction such as "2/3"')
  return z.NEVER
})

function fromDecimal(written: unknown): Fraction | undefined {
  if (typeof written !== 'number') return undefined
  const [, whole, decimals = ''] = /^(\d)(?:\.(\d{1,6}))?$/.exec(String(written)) ?? []
  if (whole === undefined) return undefined
  return { numerator: Number(whole + decimals), denominator: 10 ** decimals.length }
}

function fromText(written: unknown): Fraction | undefined {
  if (typeof written !== 'string') return undefined
  const [, numerator, denominator] = /^(\d{1,7})\/(\d{1,7})$/.exec(written) ?? []
  return writtenOut.safeParse({ numerator: Number(numerator), denominator: Number(denominator) }).data
}

/**
 * One of several forms, refused with one sentence whatever is wrong inside: zod's own message for a union is either
 * about one branch, or about none.
 */
const oneForm = <Form extends z.ZodType>(form: Form, sentence: string) =>
  z.unknown().transform((written, check): z.output<Form> => {
    const read = form.safeParse(written)
    if (read.success) return read.data
    check.addIssue(sentence)
    return z.NEVER
  })

/** A set of numbers: ascending and each once, so that the same rule has the same hash in whatever order it was written. */
const numbers = z
  .array(wholeFromOne)
  .min(1)
  .transform(written => [...new Set(written)].toSorted((a, b) => a - b))
const oneOrMore = z.union([wholeFromOne.transform(single => [single]), numbers])

/** Without spaces around it, as the list of items has it. */
const kind = z.string().trim().min(1)

const selection = oneForm(
  z.union([
    z.literal('all'),
    z.strictObject({ kind }),
    z.strictObject({ keptFrom: oneOrMore }),
    z.strictObject({ acceptedIn: oneOrMore }),
    z.strictObject({ list: numbers }),
  ]),
  '"items" must be "all", {"kind": "…"}, {"keptFrom": round}, {"acceptedIn": [rounds]} or {"list": [items]}',
)

const ballot = oneForm(
  z.union([
    z.literal(['yes-no', 'rating-1-9']),
    z.strictObject({ choose: wholeFromOne }),
    z
      .strictObject({ rating: z.tuple([z.literal(1), z.literal(9)]) })
      .transform((): BallotForm => 'rating-1-9'),
  ]),
  '"ballot" must be "yes-no", {"choose": N} or "rating-1-9"',
)

/** 70 % and 15 %: The COMET Handbook 1.0 (Trials 2017;18(Suppl 3):280). */
const cometDefault: Comet = {
  comet: { agree: { numerator: 7, denominator: 10 }, against: { numerator: 15, denominator: 100 } },
}
const comet = z.union([
  z.literal('comet').transform((): Comet => cometDefault),
  z.strictObject({
    comet: z.strictObject({
      agree: fraction.default(cometDefault.comet.agree),
      against: fraction.default(cometDefault.comet.against),
    }),
  }),
])

const accept = oneForm(
  z.union([
    z.strictObject({
      top: z.union([
        wholeFromOne,
        z.record(kind, wholeFromOne).refine(seats => Object.keys(seats).length > 0),
      ]),
    }),
    z.strictObject({ atLeast: fraction }),
    z.strictObject({ moreThan: fraction }),
    comet,
    z.literal(['rand', 'none']),
  ]),
  '"accept" must be {"top": N}, {"top": {"kind": N}}, {"atLeast": share}, {"moreThan": share}, "comet", "rand" or "none"; a share is 0.7 or "2/3"',
)

const drop = oneForm(
  z.union([
    z.strictObject({ below: fraction }),
    z.strictObject({ bottom: wholeFromOne }),
    comet,
    z.literal(['rand', 'rest', 'none']),
  ]),
  '"drop" must be {"below": share}, {"bottom": N}, "comet", "rand", "rest" or "none"; a share is 0.7 or "2/3"',
)

/** One rule. What it gives has every field filled in, so that the same rule is always the same JSON and hash. */
export const votingRuleSchema = z
  .strictObject(
    {
      round: z.int({ error: '"round" must be a whole number from 1' }).min(1),
      items: selection,
      ballot,
      accept,
      drop: drop.default('none'),
      shareOf: z
        .literal(['ballots', 'stands'], { error: '"shareOf" must be "ballots" or "stands"' })
        .optional(),
      protocol: z
        .literal(['comprehensive', 'core', 'none'], {
          error: '"protocol" must be "comprehensive", "core" or "none"',
        })
        .default('none'),
    },
    {
      error: issue =>
        issue.code === 'unrecognized_keys'
          ? `a rule has no ${issue.keys.map(quoted).join(' or ')}`
          : 'must be a rule, {"round": …}',
    },
  )
  .transform(
    ({ shareOf, ...rule }): VotingRule => ({
      ...rule,
      shareOf: shareOf ?? (rule.ballot === 'rating-1-9' ? 'stands' : 'ballots'),
    }),
  )
  .superRefine((rule, check) => {
    for (const { path, problem } of contradictions(rule))
      check.addIssue({ code: 'custom', path: [path], message: problem })
  })

/** What a rule says against itself: each part is allowed, but not together. */
function contradictions({ ballot, accept, drop, shareOf }: VotingRule): { path: string; problem: string }[] {
  const found: { path: string; problem: string }[] = []
  for (const [path, part] of [['accept', accept] as const, ['drop', drop] as const]) {
    if (ballot !== 'rating-1-9' && (part === 'rand' || isComet(part)))
      found.push({ path, problem: `"${path}" uses ratings, but the ballot is not "rating-1-9"` })
    if (isComet(part) && compare(part.comet.against, part.comet.agree) > 0)
      found.push({ path, problem: `"${path}" allows more against than it asks to agree` })
  }
  if (typeof ballot === 'object' && shareOf === 'stands')
    found.push({ path: 'shareOf', problem: '"stands" needs a ballot on which one can say no' })
  const threshold = typeof accept === 'object' && 'atLeast' in accept ? accept.atLeast : undefined
  const floor = typeof drop === 'object' && 'below' in drop ? drop.below : undefined
  if (threshold && floor && compare(threshold, floor) < 0)
    found.push({ path: 'drop', problem: 'the same share would be both accepted and dropped' })
  return found
}

const isComet = (part: unknown): part is Comet => typeof part === 'object' && part !== null && 'comet' in part

const compare = (a: Fraction, b: Fraction): number =>
  a.numerator * b.denominator - b.numerator * a.denominator

/** All rules of a conference, in the order of their rounds, each pointing only to rounds before it. */
export const votingRulesSchema = z
  .array(votingRuleSchema, { error: 'must be a list of rules' })
  .min(1, { error: 'has no rules' })
  .superRefine((rules, check) => {
    let previous = 0
    for (const [place, { round, items }] of rules.entries()) {
      const issue = (field: string, message: string) =>
        check.addIssue({ code: 'custom', path: [place, field], message })
      if (round === previous) issue('round', `round ${round} has two rules`)
      if (round < previous) issue('round', `round ${round} comes after round ${previous}`)
      previous = Math.max(previous, round)
      const earlier = new Set(rules.slice(0, place).map(rule => rule.round))
      for (const pointed of earlierRounds(items)) {
        if (pointed >= round)
          issue('items', `round ${round} uses the result of round ${pointed}, which is not before it`)
        else if (!earlier.has(pointed))
          issue('items', `round ${round} uses the result of round ${pointed}, which has no rule`)
      }
    }
  })
