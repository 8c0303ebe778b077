import { describe, expect, test } from 'vitest'
import type { Ballot } from './ballot.ts'
import { decide, type Outcome, standingTies, type Tie } from './outcome.ts'
import {
  type ClosedRound,
  changeRule,
  close,
  closeRunOff,
  decidingRule,
  deviate,
  type OpenRound,
  open,
  plan,
  publish,
  resolutionsOf,
  settleTie,
} from './round.ts'
import type { VotingRule } from './rule.ts'
import { canonicalJson, ruleHash } from './rule-hash.ts'
import { count } from './votes.ts'

const rule: VotingRule = {
  round: 1,
  items: 'all',
  ballot: 'yes-no',
  accept: { top: 1 },
  drop: 'rest',
  shareOf: 'ballots',
  protocol: 'core',
}
const nine = new Date('2014-10-15T09:00:00Z')
const ten = new Date('2014-10-15T10:00:00Z')
const turnout = { entitled: 24, voted: 23 }

const items = [1, 2, 3].map(item => ({ item, kind: 'process' }))
/** 23 ballots; items 1 and 2 have 20 yes each, item 3 has none. */
const ballots = Array.from(
  { length: 23 },
  (_, voter): Ballot =>
    new Map(
      voter < 20
        ? [
            [1, 'yes'],
            [2, 'yes'],
          ]
        : [],
    ),
)
const tie: Tie = { cut: 'accept', items: [1, 2], seats: 1 }

function outcomeOf(round: ClosedRound, runOff: readonly Ballot[] = []): Outcome {
  return decide(
    decidingRule(round),
    items,
    count('yes-no', [1, 2, 3], ballots),
    resolutionsOf(round, () => count('yes-no', [1, 2], runOff)),
  )
}

function aRound(planned: VotingRule = rule): OpenRound {
  const opened = open(plan(planned), nine, ruleHash(planned))
  if (!opened.ok) throw new Error(opened.refusal)
  return opened.value
}

function aClosedRound(planned: VotingRule = rule): ClosedRound {
  const closed = close(aRound(planned), ten, turnout)
  if (!closed.ok) throw new Error(closed.refusal)
  return closed.value
}

const accepted = <Value>(result: { ok: true; value: Value } | { ok: false; refusal: string }): Value => {
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

const twoSeats: VotingRule = { ...rule, accept: { top: 2 } }

describe('a planned round', () => {
  test('lets its rule be changed, but not into the rule of another round', () => {
    expect(accepted(changeRule(plan(rule), twoSeats)).rule).toEqual(twoSeats)
    expect(changeRule(plan(rule), { ...rule, round: 2 })).toEqual({ ok: false, refusal: 'other-round' })
  })

  test('opens only with the rule that was shown', () => {
    expect(open(plan(twoSeats), nine, ruleHash(rule))).toEqual({
      ok: false,
      refusal: 'rule-changed-since-shown',
    })
  })

  test('does not close and is not published', () => {
    expect(close(plan(rule), ten, turnout)).toEqual({ ok: false, refusal: 'round-not-open' })
    expect(publish(plan(rule), outcomeOf(aClosedRound()), ten)).toEqual({
      ok: false,
      refusal: 'round-not-closed',
    })
  })
})

describe('an open round', () => {
  test('has its rule locked', () => {
    expect(changeRule(aRound(), twoSeats)).toEqual({ ok: false, refusal: 'rule-locked' })
    expect(deviate(aRound(), twoSeats, 'a reason', nine)).toEqual({ ok: false, refusal: 'round-not-closed' })
    expect(open(aRound(), nine, ruleHash(rule))).toEqual({ ok: false, refusal: 'round-not-planned' })
  })

  test('closes with its electorate fixed', () => {
    expect(accepted(close(aRound(), ten, turnout))).toMatchObject({ state: 'closed', closedAt: ten, turnout })
  })

  test('does not close when its rule is not the one that was locked', () => {
    const tampered = { ...aRound(), rule: twoSeats }
    expect(close(tampered, ten, turnout)).toEqual({ ok: false, refusal: 'rule-changed-after-opening' })
  })

  test('does not close with more ballots than experts', () => {
    expect(close(aRound(), ten, { entitled: 22, voted: 23 })).toEqual({
      ok: false,
      refusal: 'more-votes-than-entitled',
    })
  })
})

describe('a closed round', () => {
  test('is closed once', () => {
    expect(close(aClosedRound(), ten, turnout)).toEqual({ ok: false, refusal: 'round-not-open' })
  })

  test('is published when no tie stands', () => {
    const round = aClosedRound(twoSeats)
    expect(accepted(publish(round, outcomeOf(round), ten))).toMatchObject({
      state: 'published',
      publishedAt: ten,
    })
  })

  test('is not published while a tie stands', () => {
    const round = aClosedRound()
    expect(publish(round, outcomeOf(round), ten)).toEqual({ ok: false, refusal: 'tie-at-cut' })
  })

  test('keeps what was chosen for a tie, and can then be published', () => {
    const round = aClosedRound()
    const settled = accepted(settleTie(round, outcomeOf(round), tie, 'all', ten))
    expect(settled.settlements).toEqual([{ ...tie, decision: 'all', at: ten }])
    const outcome = outcomeOf(settled)
    expect(outcome.accepted).toEqual([1, 2])
    expect(publish(settled, outcome, ten).ok).toBe(true)
    expect(settleTie(settled, outcome, tie, 'none', ten)).toEqual({ ok: false, refusal: 'no-such-tie' })
  })

  test('settles no tie that is not there', () => {
    const round = aClosedRound()
    const other: Tie = { cut: 'accept', items: [1, 3], seats: 1 }
    expect(settleTie(round, outcomeOf(round), other, 'all', ten)).toEqual({
      ok: false,
      refusal: 'no-such-tie',
    })
  })
})

describe('a run-off', () => {
  const begun = () => {
    const round = aClosedRound()
    return accepted(settleTie(round, outcomeOf(round), tie, 'run-off', ten))
  }
  const forItem2: Ballot[] = [new Map([[2, 'yes']]), new Map()]

  test('leaves the tie standing until it is closed', () => {
    const round = begun()
    const outcome = outcomeOf(round, forItem2)
    expect(standingTies(outcome)).toEqual([tie])
    expect(publish(round, outcome, ten)).toEqual({ ok: false, refusal: 'run-off-open' })
    expect(settleTie(round, outcome, tie, 'all', ten)).toEqual({ ok: false, refusal: 'run-off-open' })
  })

  test('decides when it is closed, and its turnout is kept', () => {
    const round = accepted(closeRunOff(begun(), tie, ten, { entitled: 24, voted: 2 }))
    expect(round.settlements[0]).toMatchObject({ decision: 'run-off', closed: { turnout: { voted: 2 } } })
    const outcome = outcomeOf(round, forItem2)
    expect(outcome.accepted).toEqual([2])
    expect(publish(round, outcome, ten).ok).toBe(true)
  })

  test('that ties again can be followed by another choice', () => {
    const round = accepted(closeRunOff(begun(), tie, ten, { entitled: 24, voted: 2 }))
    const tiedAgain = outcomeOf(round, [new Map()])
    const settled = accepted(settleTie(round, tiedAgain, tie, 'none', ten))
    expect(outcomeOf(settled, [new Map()]).dropped).toEqual([1, 2, 3])
  })

  test('is closed once', () => {
    const closed = accepted(closeRunOff(begun(), tie, ten, { entitled: 24, voted: 2 }))
    expect(closeRunOff(closed, tie, ten, turnout)).toEqual({ ok: false, refusal: 'run-off-not-open' })
  })
})

describe('a deviation from the locked rule', () => {
  test('needs a reason, and is kept beside the locked rule', () => {
    expect(deviate(aClosedRound(), twoSeats, '  ', ten)).toEqual({ ok: false, refusal: 'reason-missing' })
    const round = accepted(deviate(aClosedRound(), twoSeats, 'Both were meant to go in.', ten))
    expect(round.rule).toEqual(rule)
    expect(round.ruleHash).toBe(ruleHash(rule))
    expect(round.deviations).toEqual([
      { rule: twoSeats, ruleHash: ruleHash(twoSeats), reason: 'Both were meant to go in.', at: ten },
    ])
    expect(outcomeOf(round).accepted).toEqual([1, 2])
  })

  test('cannot change what was voted on or how, nor be the same rule', () => {
    const rating: VotingRule = { ...rule, ballot: 'rating-1-9' }
    expect(deviate(aClosedRound(), rating, 'a reason', ten)).toEqual({
      ok: false,
      refusal: 'other-items-or-ballot',
    })
    expect(deviate(aClosedRound(), { ...rule }, 'a reason', ten)).toEqual({ ok: false, refusal: 'same-rule' })
  })

  test('comes before ties are settled, not after', () => {
    const round = aClosedRound()
    const settled = accepted(settleTie(round, outcomeOf(round), tie, 'all', ten))
    expect(deviate(settled, twoSeats, 'a reason', ten)).toEqual({
      ok: false,
      refusal: 'ties-already-settled',
    })
  })
})

describe('the hash of a rule', () => {
  test('does not depend on the order of its fields', () => {
    const turned = Object.fromEntries(Object.entries(rule).reverse()) as VotingRule
    expect(ruleHash(turned)).toBe(ruleHash(rule))
    expect(canonicalJson({ b: [1, { d: 2, c: 3 }], a: 'å' })).toBe('{"a":"å","b":[1,{"c":3,"d":2}]}')
  })

  test('changes with any change of the rule', () => {
    expect(ruleHash(rule)).toMatch(/^[0-9a-f]{64}$/)
    expect(ruleHash(twoSeats)).not.toBe(ruleHash(rule))
  })
})
