import { ok, type Result, refuse } from '../../../../platform/result.ts'
import { earlierRounds, type Selection, type VotingRule } from './rule.ts'

export type PlanRefusal = 'no-such-round' | 'round-pointed-at' | 'rule-locked'

/**
 * The rules without one round; later rounds move up by one, also where others point to them. `locked` is how many
 * rounds from the first have been opened: those stay.
 */
export function withoutRound(
  rules: readonly VotingRule[],
  number: number,
  locked: number,
): Result<readonly VotingRule[], PlanRefusal> {
  if (!rules.some(({ round }) => round === number)) return refuse('no-such-round')
  if (number <= locked) return refuse('rule-locked')
  if (rules.some(({ items }) => earlierRounds(items).includes(number))) return refuse('round-pointed-at')
  const moved = (round: number) => (round > number ? round - 1 : round)
  return ok(
    rules
      .filter(({ round }) => round !== number)
      .map(rule => ({ ...rule, round: moved(rule.round), items: movedSelection(rule.items, moved) })),
  )
}

function movedSelection(items: Selection, moved: (round: number) => number): Selection {
  if (typeof items === 'string') return items
  if ('keptFrom' in items) return { keptFrom: items.keptFrom.map(moved) }
  if ('acceptedIn' in items) return { acceptedIn: items.acceptedIn.map(moved) }
  return items
}

/** The rules with one of them in the place of the round that has its number, or after the last. */
export const withRound = (rules: readonly VotingRule[], rule: VotingRule): readonly VotingRule[] =>
  [...rules.filter(({ round }) => round !== rule.round), rule].toSorted((a, b) => a.round - b.round)

// As the JSON form reads 0.5, 0.7 and 0.15, so that the same rule has the same hash wherever it came from.
const half = { numerator: 5, denominator: 10 }
const comet = {
  comet: { agree: { numerator: 7, denominator: 10 }, against: { numerator: 15, denominator: 100 } },
}
const consensus2014 = (kind: string, first: number, seats: [number, number]): VotingRule[] => [
  {
    round: first,
    items: { kind },
    ballot: 'yes-no',
    accept: { top: seats[0] },
    drop: { below: half },
    shareOf: 'ballots',
    protocol: 'comprehensive',
  },
  {
    round: first + 1,
    items: { keptFrom: [first] },
    ballot: 'yes-no',
    accept: { top: seats[1] },
    drop: 'rest',
    shareOf: 'ballots',
    protocol: 'comprehensive',
  },
]
const twoRatings = (rule: Pick<VotingRule, 'accept' | 'drop'>): VotingRule[] => [
  { round: 1, items: 'all', ballot: 'rating-1-9', ...rule, shareOf: 'stands', protocol: 'comprehensive' },
  {
    round: 2,
    items: { keptFrom: [1] },
    ballot: 'rating-1-9',
    ...rule,
    shareOf: 'stands',
    protocol: 'comprehensive',
  },
]

/**
 * Plans to start from. `conference-2014`: the rules of that conference. `comet`: two rating rounds with the thresholds
 * of The COMET Handbook 1.0. `rand`: two rating rounds judged by the RAND/UCLA manual (Fitch et al. 2001).
 */
export const planTemplates: Readonly<Record<'conference-2014' | 'comet' | 'rand', readonly VotingRule[]>> = {
  'conference-2014': [
    ...consensus2014('process', 1, [14, 17]),
    ...consensus2014('effect', 3, [5, 5]),
    {
      round: 5,
      items: { acceptedIn: [1, 2, 3, 4] },
      ballot: 'yes-no',
      accept: { top: { process: 10, effect: 5 } },
      drop: 'rest',
      shareOf: 'ballots',
      protocol: 'core',
    },
  ],
  comet: twoRatings({ accept: comet, drop: comet }),
  rand: twoRatings({ accept: 'rand', drop: 'rand' }),
}
