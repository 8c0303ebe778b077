import type { Mark } from '../../rules/rounds/ballot.ts'

/** What a posted ballot says of each item, unchecked. A field is `item-<number>`; one that comes twice is two marks. */
export function readMarks(body: unknown): Mark[] {
  const fields = (body ?? {}) as Record<string, unknown>
  const marks: Mark[] = []
  for (const name of Object.keys(fields)) {
    if (!/^item-\d{1,9}$/.test(name)) continue
    const item = Number(name.slice('item-'.length))
    const written = fields[name]
    for (const choice of Array.isArray(written) ? written : [written]) marks.push({ item, choice })
  }
  return marks
}

/** The first mark of each item, to be shown again as it was filled in. */
export function enteredMarks(marks: readonly Mark[]): ReadonlyMap<number, string> {
  const entered = new Map<number, string>()
  for (const { item, choice } of marks) if (!entered.has(item)) entered.set(item, String(choice))
  return entered
}
