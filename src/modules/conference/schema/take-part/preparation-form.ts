import { z } from 'zod'
import type { PreparedItem } from '../../queries/take-part.ts'

/** Characters in a note of one's own; the table holds no more. */
const longestNote = 2000

const mark = z.enum(['important', 'perhaps', 'leave-out', '']).catch('')

/** What was filled in at home: `mark-<item>` and `note-<item>`. A part that is not in the form is left as it is. */
export function readPreparation(body: unknown): {
  readonly prepared: readonly (Partial<PreparedItem> & { readonly item: number })[]
  /** Items whose note is too long. */
  readonly tooLong: readonly number[]
} {
  const prepared = new Map<number, { item: number; mark?: PreparedItem['mark']; note?: string }>()
  for (const [name, written] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    const [, field, number] = /^(mark|note)-(\d{1,9})$/.exec(name) ?? []
    if (field === undefined || typeof written !== 'string') continue
    const item = Number(number)
    const before = prepared.get(item) ?? { item }
    prepared.set(
      item,
      field === 'mark'
        ? { ...before, mark: mark.parse(written) }
        : // A browser sends a line ending as two characters and counts it as one.
          { ...before, note: written.replaceAll('\r\n', '\n').trim() },
    )
  }
  const all = [...prepared.values()]
  return {
    prepared: all,
    tooLong: all.filter(one => (one.note?.length ?? 0) > longestNote).map(one => one.item),
  }
}
