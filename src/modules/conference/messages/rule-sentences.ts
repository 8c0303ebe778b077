import { formatNumber } from '../../../platform/i18n/format.ts'
import type { Catalogue, Language } from '../../../platform/i18n/language.ts'
import type { BallotForm, Comet, Fraction, Selection, Top, VotingRule } from '../rules/rounds/rule.ts'

/**
 * A voting rule as people say it, a sentence for each thing it does, in the order in which it is read aloud:
 * what is voted on and how, what goes in, what falls out, what is left, and what a share is a share of.
 * The first sentence names the round.
 */
export function ruleSentences(rule: VotingRule, language: Language): string[] {
  const t = texts[language]
  const words: Words = { language, t, support: supportOf(rule, t) }
  const falls = droppedBy(rule, words)
  const base = baseOf(rule, t)
  return [
    t.round(rule.round, selectionText(rule.items, words), ballotText(rule.ballot, t)),
    rule.accept === 'none' ? t.accept.none : t.goesTo(acceptedBy(rule, words), t.protocol[rule.protocol]),
    ...(falls ? [falls] : []),
    ...(rule.drop === 'rest' ? [] : [rule.accept === 'none' && rule.drop === 'none' ? t.allKept : t.kept]),
    ...(base ? [base] : []),
  ]
}

interface Words {
  readonly language: Language
  readonly t: typeof sv
  /** What an item gets that speaks for it: yes, choices, ratings. */
  readonly support: Support
}
interface Support {
  readonly most: string
  readonly least: string
  readonly share: (share: string) => string
}

const supportOf = ({ ballot, shareOf }: VotingRule, t: typeof sv): Support => {
  if (ballot === 'rating-1-9') return t.support.rating
  if (typeof ballot === 'object') return t.support.choose
  return shareOf === 'stands' ? t.support.stands : t.support.yes
}

function selectionText(selection: Selection, { language, t }: Pick<Words, 'language' | 't'>): string {
  if (selection === 'all') return t.items.all
  if ('kind' in selection) return t.items.kind(kindText(selection.kind, t))
  if ('keptFrom' in selection) return t.items.keptFrom(numbersText(selection.keptFrom, language))
  if ('acceptedIn' in selection) return t.items.acceptedIn(numbersText(selection.acceptedIn, language))
  return t.items.list(numbersText(selection.list, language))
}

const kindText = (kind: string, t: typeof sv): string =>
  kind === 'process' || kind === 'effect' ? t.kind[kind] : t.kind.other(kind)

function ballotText(ballot: BallotForm, t: typeof sv): string {
  if (ballot === 'yes-no') return t.ballot.yesNo
  return ballot === 'rating-1-9' ? t.ballot.rating : t.ballot.choose(ballot.choose)
}

function acceptedBy({ accept }: VotingRule, words: Words): string {
  const { t, support, language } = words
  if (accept === 'none') return t.accept.none
  if (accept === 'rand') return t.accept.rand
  if ('comet' in accept) return t.accept.comet(...cometShares(accept, language))
  if ('atLeast' in accept) return t.accept.atLeast(support.share(shareText(accept.atLeast, language)))
  if ('moreThan' in accept) return t.accept.moreThan(support.share(shareText(accept.moreThan, language)))
  return topText(accept, words)
}

function topText({ top }: Top, { language, t, support }: Words): string {
  if (typeof top === 'number') return t.accept.top(top, support.most)
  // A database gives the kinds in an order of its own; the same rule must always be the same sentence.
  const order = ['process', 'effect']
  const place = (kind: string) => (order.includes(kind) ? order.indexOf(kind) : order.length)
  const kinds = Object.entries(top).toSorted(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
  const seats = kinds.map(([kind, seats]) => `${seats} ${kindText(kind, t)}`)
  return t.accept.topByKind(listed(seats, language), support.most)
}

function droppedBy({ drop, accept }: VotingRule, { language, t, support }: Words): string | undefined {
  if (drop === 'none') return undefined
  if (drop === 'rest') return t.drop.rest
  if (drop === 'rand') return t.drop.rand
  if ('comet' in drop) return t.drop.comet(...cometShares(drop, language))
  if ('bottom' in drop) return t.drop.bottom(drop.bottom, support.least)
  const hasSeats = typeof accept === 'object' && 'top' in accept
  return t.drop.below(support.share(shareText(drop.below, language)), hasSeats)
}

/** What shares are counted on, where the rule uses any: decision record 0005. */
function baseOf({ accept, drop, ballot, shareOf }: VotingRule, t: typeof sv): string | undefined {
  const hasShare = (part: object | string) =>
    typeof part === 'object' && ('atLeast' in part || 'moreThan' in part || 'below' in part)
  const hasComet = (part: object | string) => typeof part === 'object' && 'comet' in part
  if (hasShare(accept) || hasShare(drop)) {
    if (shareOf === 'ballots') return t.base.ballots
    return ballot === 'rating-1-9' ? t.base.rated : t.base.stands
  }
  return hasComet(accept) || hasComet(drop) ? t.base.rated : undefined
}

const cometShares = ({ comet }: Comet, language: Language): [string, string] => [
  shareText(comet.agree, language),
  shareText(comet.against, language),
]

/** `70 %`, `12,5 %`; what is no even percentage stays a fraction, since a rounded threshold would be another one. */
function shareText({ numerator, denominator }: Fraction, language: Language): string {
  const percent = (100 * numerator) / denominator
  const decimals = [0, 1, 2].find(places => Number.isInteger((100 * 10 ** places * numerator) / denominator))
  return decimals === undefined
    ? `${numerator}/${denominator}`
    : `${formatNumber(language, percent, decimals)} %`
}

/** `1`, `1 och 2`, `1–4 och 7`. */
function numbersText(numbers: readonly number[], language: Language): string {
  const runs: [number, number][] = []
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  const parts = runs.flatMap(([from, to]) => {
    if (from === to) return [String(from)]
    return to - from === 1 ? [String(from), String(to)] : [`${from}–${to}`]
  })
  return listed(parts, language)
}

const listed = (parts: readonly string[], language: Language): string =>
  new Intl.ListFormat(language === 'sv' ? 'sv' : 'en-GB', { type: 'conjunction' }).format(parts)

const sv = {
  round: (round: number, items: string, ballot: string) => `Omröstning ${round}: ${items}, ${ballot}.`,
  items: {
    all: 'alla förslag',
    kind: (kind: string) => `alla ${kind}`,
    keptFrom: (rounds: string) => `de förslag som blev kvar i omröstning ${rounds}`,
    acceptedIn: (rounds: string) => `de förslag som gick in i omröstning ${rounds}`,
    list: (numbers: string) => `förslag ${numbers}`,
  },
  kind: {
    process: 'processförslag',
    effect: 'effektförslag',
    other: (kind: string) => `förslag av typen ”${kind}”`,
  },
  ballot: {
    yesNo: 'med ja, nej eller avstår',
    rating: 'med betyg från 1 till 9 eller avstår',
    choose: (most: number) => `där var och en väljer högst ${most}`,
  },
  support: {
    yes: { most: 'flest ja', least: 'färst ja', share: (share: string) => `${share} ja` },
    stands: { most: 'störst andel ja', least: 'minst andel ja', share: (share: string) => `${share} ja` },
    choose: {
      most: 'flest val',
      least: 'färst val',
      share: (share: string) => `${share} av valsedlarna`,
    },
    rating: {
      most: 'högst medianbetyg (vid lika: högst medelbetyg)',
      least: 'lägst medianbetyg (vid lika: lägst medelbetyg)',
      share: (share: string) => `${share} betyg 7–9`,
    },
  },
  accept: {
    none: 'Inget förslag går in i den här omröstningen.',
    top: (seats: number, most: string) => (seats === 1 ? `Det med ${most}` : `De ${seats} med ${most}`),
    topByKind: (seats: string, most: string) => `De ${seats} som har ${most}`,
    atLeast: (share: string) => `De som får minst ${share}`,
    moreThan: (share: string) => `De som får mer än ${share}`,
    comet: (agree: string, against: string) =>
      `De som minst ${agree} ger betyg 7–9 och färre än ${against} ger betyg 1–3`,
    rand: 'De som har medianbetyg minst 6,5 utan oenighet enligt RAND/UCLA',
  },
  goesTo: (items: string, protocol: string) => `${items} ${protocol}.`,
  protocol: {
    comprehensive: 'går till det omfattande protokollet',
    core: 'går till kärnprotokollet',
    none: 'går vidare, men skrivs ännu inte i något protokoll',
  },
  drop: {
    rest: 'Resten faller bort.',
    below: (share: string, hasSeats: boolean) =>
      `De under ${share} faller bort${hasSeats ? ', även om platser blir tomma' : ''}.`,
    bottom: (places: number, least: string) =>
      places === 1
        ? `Av de andra faller det med ${least} bort.`
        : `Av de andra faller de ${places} med ${least} bort.`,
    comet: (agree: string, against: string) =>
      `De som minst ${agree} ger betyg 1–3 och färre än ${against} ger betyg 7–9 faller bort.`,
    rand: 'De som har medianbetyg under 3,5 utan oenighet enligt RAND/UCLA faller bort.',
  },
  kept: 'Resten diskuteras igen.',
  allKept: 'Alla förslag är kvar och kan diskuteras igen.',
  base: {
    ballots: 'Andelen räknas av alla inlämnade valsedlar.',
    stands: 'Andelen räknas av dem som säger ja eller nej.',
    rated: 'Andelen räknas av dem som ger betyg.',
  },
}

const en: typeof sv = {
  round: (round, items, ballot) => `Voting round ${round}: ${items}, ${ballot}.`,
  items: {
    all: 'all items',
    kind: kind => `all ${kind}`,
    keptFrom: rounds => `the items kept in round ${rounds}`,
    acceptedIn: rounds => `the items accepted in round ${rounds}`,
    list: numbers => `items ${numbers}`,
  },
  kind: { process: 'process items', effect: 'effect items', other: kind => `items of the kind “${kind}”` },
  ballot: {
    yesNo: 'with yes, no or abstain',
    rating: 'with a rating from 1 to 9 or abstain',
    choose: most => `where each expert chooses at most ${most}`,
  },
  support: {
    yes: { most: 'the most yes', least: 'the fewest yes', share: share => `${share} yes` },
    stands: {
      most: 'the largest share of yes',
      least: 'the smallest share of yes',
      share: share => `${share} yes`,
    },
    choose: {
      most: 'the most choices',
      least: 'the fewest choices',
      share: share => `${share} of the ballots`,
    },
    rating: {
      most: 'the highest median rating (if equal: the highest mean)',
      least: 'the lowest median rating (if equal: the lowest mean)',
      share: share => `${share} ratings 7–9`,
    },
  },
  accept: {
    none: 'No item is accepted in this round.',
    top: (seats, most) => (seats === 1 ? `the one with ${most}` : `the ${seats} with ${most}`),
    topByKind: (seats, most) => `the ${seats} that have ${most}`,
    atLeast: share => `those with at least ${share}`,
    moreThan: share => `those with more than ${share}`,
    comet: (agree, against) => `those that at least ${agree} rate 7–9 and fewer than ${against} rate 1–3`,
    rand: 'those with a median rating of at least 6.5 without disagreement by RAND/UCLA',
  },
  // Without a verb, one seat and many are said alike.
  goesTo: (items, protocol) => `${protocol}: ${items}.`,
  protocol: {
    comprehensive: 'Into the comprehensive protocol',
    core: 'Into the core protocol',
    none: 'Accepted, but not yet written in a protocol',
  },
  drop: {
    rest: 'The rest fall out.',
    below: (share, hasSeats) =>
      `Those below ${share} fall out${hasSeats ? ', even if seats stay empty' : ''}.`,
    bottom: (places, least) =>
      places === 1
        ? `Of the others, the one with ${least} falls out.`
        : `Of the others, the ${places} with ${least} fall out.`,
    comet: (agree, against) =>
      `Those that at least ${agree} rate 1–3 and fewer than ${against} rate 7–9 fall out.`,
    rand: 'Those with a median rating below 3.5 without disagreement by RAND/UCLA fall out.',
  },
  kept: 'The rest are discussed again.',
  allKept: 'All items are kept and can be discussed again.',
  base: {
    ballots: 'Shares are of all ballots handed in.',
    stands: 'Shares are of those who say yes or no.',
    rated: 'Shares are of those who rate the item.',
  },
}

const texts: Catalogue<typeof sv> = { sv, en }
