import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { byteNeedles, textNeedle, uuidNeedles } from './needles.ts'
import type { Happening, Moment, Observation, StoredRow, Voter } from './observation.ts'

const items = 24
export const voters = Array.from({ length: 16 }, (_, voter) => {
  const drawn = createHash('sha256').update(`ballot ${voter}`).digest()
  const choices = Array.from(
    { length: items },
    (_, item) => ['yes', 'no', 'abstain'][(drawn[item] ?? 0) % 3] ?? '',
  )
  return {
    id: randomUUID(),
    name: `Expert ${voter + 1}`,
    nonce: randomBytes(32),
    choices,
    comment: `min mening ${randomUUID()}`,
  }
})
/** In which they come: unlike the order in which they are listed. */
const order = voters.map((_, place) => (place * 7 + 3) % voters.length)

export type Values = Readonly<Record<string, string | null>>
type Tables = Readonly<
  Record<string, readonly (Values & { readonly xmin?: string; readonly xmax?: string })[]>
>

export const nothing: Tables = {}

/** What a program keeps when so many have voted, in the order in which it was written. */
export type Keeping = (voted: readonly number[], isClosed: boolean) => Tables

/** As it should be: who may vote, and one sealed whole. */
const honest: Keeping = (voted, isClosed) => ({
  'people.expert': voters.map(({ id, name }) => ({ id, name })),
  ...(isClosed
    ? { 'vote.count': ['abstain', 'no', 'yes'].map(choice => ({ choice, votes: String(choice.length) })) }
    : {
        'vote.urn': [
          { answers: String(voted.length), sealed: sealed(500), xmin: String(1000 + voted.length) },
        ],
      }),
})
export const sealed = (bytes: number) => `\\x${randomBytes(bytes).toString('hex')}`

/** A vote in a program that keeps this besides what it should. */
export function aVote(
  besides: Keeping = () => nothing,
  logOf: (happened: Happening) => string[] = () => [],
): Observation {
  const known = new Map<string, StoredRow>()
  const rowsOf = (tables: Tables): StoredRow[] =>
    Object.entries(tables).flatMap(([table, rows]) =>
      rows.map(({ xmin = '900', xmax = '0', ...columns }, line) => {
        const row = {
          table,
          place: [0, line + 1] as const,
          xmin: Number(xmin),
          xmax: Number(xmax),
          isDead: false,
          columns,
        }
        const key = JSON.stringify(row)
        known.set(key, known.get(key) ?? row)
        return known.get(key) ?? row
      }),
    )
  // What was written stays as it was written.
  const remembered = new Map<string, Tables>()
  const momentAt = (happened: Happening, voted: readonly number[], isClosed = false): Moment => {
    const key = `${voted.length} ${isClosed}`
    const tables = remembered.get(key) ?? { ...honest(voted, isClosed), ...besides(voted, isClosed) }
    remembered.set(key, tables)
    return { happened, rows: rowsOf(tables), log: logOf(happened) }
  }
  return {
    secrets: [textNeedle('the secret', 'a secret that nobody should see')],
    voters: voters.map(
      ({ id, name, nonce, choices, comment }, voter): Voter => ({
        person: uuidNeedles(`voter ${voter}`, id),
        labels: [String(voter + 1), name],
        secrets: byteNeedles(`nonce of voter ${voter}`, nonce),
        ballots: [choices],
        words: [textNeedle(`comment of voter ${voter}`, comment)],
      }),
    ),
    moments: [
      momentAt({ kind: 'begun', voters: [] }, []),
      momentAt({ kind: 'opened', voters: [] }, []),
      ...order.flatMap((voter, place) => [
        momentAt({ kind: 'right', voters: [voter] }, order.slice(0, place)),
        momentAt({ kind: 'ballot', voters: [voter] }, order.slice(0, place + 1)),
      ]),
      momentAt({ kind: 'closed', voters: [] }, order, true),
    ],
  }
}
