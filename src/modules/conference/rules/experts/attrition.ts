/** An expert and the rounds in which he or she handed in a ballot. What was on it is nowhere near. */
export type Participation = {
  readonly association: string
  readonly role: string
  readonly votedIn: ReadonlySet<number>
}

/** How many of a group were still there, round by round. */
export type Attrition = {
  readonly group: string
  readonly invited: number
  /** Experts who voted in any round at all. */
  readonly tookPart: number
  readonly voted: readonly { readonly round: number; readonly experts: number }[]
  /** Experts who voted in some earlier round, but not in the last. */
  readonly left: number
}

/**
 * Attrition by `role` or `association`, groups in alphabetical order (Swedish).
 * Whether those who left had voted differently, which COMET asks, cannot be answered: no ballot leads to its voter.
 * The change of the item's distribution (results/stability.ts) is the honest substitute.
 */
export function attrition(
  experts: readonly Participation[],
  by: 'role' | 'association',
  rounds: readonly number[],
): readonly Attrition[] {
  const groups = Map.groupBy(experts, expert => expert[by])
  const last = rounds.at(-1)
  return [...groups]
    .map(([group, members]) => ({
      group,
      invited: members.length,
      tookPart: members.filter(({ votedIn }) => rounds.some(round => votedIn.has(round))).length,
      voted: rounds.map(round => ({
        round,
        experts: members.filter(({ votedIn }) => votedIn.has(round)).length,
      })),
      left: members.filter(
        ({ votedIn }) => last !== undefined && !votedIn.has(last) && rounds.some(round => votedIn.has(round)),
      ).length,
    }))
    .toSorted((a, b) => a.group.localeCompare(b.group, 'sv'))
}
