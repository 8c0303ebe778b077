import type { BallotForm, ItemNumber } from './rule.ts'

/** `abstain` is said aloud; an item without any choice is left blank. Both count alike (decision record 0005). */
export type Choice = 'yes' | 'no' | 'abstain' | Rating
export type Rating = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

/** One paper: at most one choice for each item. Who filled it in is not in it, and must not be. */
export type Ballot = ReadonlyMap<ItemNumber, Choice>

/** What somebody says that they have chosen, before anything is checked. */
export type Mark = { readonly item: ItemNumber; readonly choice: unknown }

export type BallotProblem =
  | { readonly problem: 'item-not-in-round'; readonly item: ItemNumber }
  | { readonly problem: 'item-twice'; readonly item: ItemNumber }
  | { readonly problem: 'choice-not-allowed'; readonly item: ItemNumber }
  | { readonly problem: 'too-many-chosen'; readonly chosen: number; readonly atMost: number }

export type CheckedBallot =
  | { readonly ok: true; readonly ballot: Ballot }
  | { readonly ok: false; readonly problems: readonly BallotProblem[] }

/** The choices that a ballot form offers for one item, in the order in which a page shows them. */
export function choicesOf(form: BallotForm): readonly Choice[] {
  if (form === 'yes-no') return ['yes', 'no', 'abstain']
  if (form === 'rating-1-9') return [1, 2, 3, 4, 5, 6, 7, 8, 9, 'abstain']
  return ['yes', 'no']
}

/** The choice that a written word means on this form (`'7'` is 7 where items are rated), or undefined if none. */
function readChoice(form: BallotForm, written: unknown): Choice | undefined {
  return choicesOf(form).find(choice => choice === written || String(choice) === written)
}

/** How many items a ballot says yes to: on a form that asks to choose, how many are marked. */
const chosenCount = (ballot: Ballot): number => {
  let chosen = 0
  for (const choice of ballot.values()) if (choice === 'yes') chosen++
  return chosen
}

/**
 * Checks a whole paper against the round's form and items, and finds everything wrong with it, not only the first.
 * An empty paper is valid: it is a ballot handed in that takes no stand.
 */
export function checkBallot(
  form: BallotForm,
  items: ReadonlySet<ItemNumber>,
  marks: readonly Mark[],
): CheckedBallot {
  const problems: BallotProblem[] = []
  const ballot = new Map<ItemNumber, Choice>()
  for (const { item, choice: written } of marks) {
    const choice = readChoice(form, written)
    if (!items.has(item)) problems.push({ problem: 'item-not-in-round', item })
    else if (ballot.has(item)) problems.push({ problem: 'item-twice', item })
    else if (choice === undefined) problems.push({ problem: 'choice-not-allowed', item })
    else ballot.set(item, choice)
  }
  if (typeof form === 'object') {
    const chosen = chosenCount(ballot)
    if (chosen > form.choose) problems.push({ problem: 'too-many-chosen', chosen, atMost: form.choose })
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, ballot }
}
