/** How many experts there are of each association and role, as a table with its sums. */
export type Balance = {
  readonly associations: readonly string[]
  readonly roles: readonly string[]
  /** `counts[association][role]`, by place. */
  readonly counts: readonly (readonly number[])[]
}

/** Associations and roles stand in the order in which they are first met. */
export function balanceOf(
  experts: readonly { readonly association: string; readonly role: string }[],
): Balance {
  const associations = [...new Set(experts.map(({ association }) => association))]
  const roles = [...new Set(experts.map(({ role }) => role))]
  return {
    associations,
    roles,
    counts: associations.map(association =>
      roles.map(role => experts.filter(one => one.association === association && one.role === role).length),
    ),
  }
}
