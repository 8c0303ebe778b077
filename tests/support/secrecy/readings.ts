import type { Needle, NeedleSearch } from './needles.ts'
import { searchFor } from './needles.ts'
import type { Observation, StoredRow } from './observation.ts'

/** What a value says, in every way in which it may be written: as it is, and as the bytes that it writes out. */
export function readingsOf(value: string): Buffer[] {
  const text = Buffer.from(value)
  const hex = value.match(/^\\x((?:[0-9a-f]{2})+)$/)?.[1]
  if (hex) return [text, Buffer.from(hex, 'hex')]
  if (/^[\w+/-]{16,}={0,2}$/.test(value)) return [text, Buffer.from(value, 'base64')]
  return [text]
}

/** Whose traces a row carries. */
export interface Mentions {
  /** Places of the voters who are named. */
  readonly persons: ReadonlySet<number>
  /** Of what is only in a phone, and of answers: whose, and what. */
  readonly secrets: readonly Needle[]
  readonly ballots: readonly Needle[]
  readonly words: readonly Needle[]
  /** Places of the voters whose ballot or words are there. */
  readonly speakers: ReadonlySet<number>
}

export interface Reader {
  row(row: StoredRow): Mentions
  bytes(bytes: Uint8Array): Mentions
}

/** Six choices after each other, as they are written in JSON and in forms: no other ballot says the same by chance. */
function ballotNeedles(name: string, ballot: readonly string[]): Needle[] {
  const needles: Needle[] = []
  for (let from = 0; from + pieceItems <= ballot.length; from++) {
    const piece = ballot
      .slice(from, from + pieceItems)
      .map((choice, place) => ({ item: from + place + 1, choice }))
    needles.push({ name, bytes: Buffer.from(JSON.stringify(piece).slice(1, -1)) })
    needles.push({
      name,
      bytes: Buffer.from(piece.map(({ item, choice }) => `item-${item}=${choice}`).join('&')),
    })
  }
  return needles
}
const pieceItems = 6

const nobody = -1

/** Reads rows and files for traces of the voters; a row that was read is remembered. */
export function readerOf({ voters, secrets }: Pick<Observation, 'voters' | 'secrets'>): Reader {
  const whose = new Map<Needle, { voter: number; kind: 'person' | 'secrets' | 'ballots' | 'words' }>()
  for (const needle of secrets) whose.set(needle, { voter: nobody, kind: 'secrets' })
  for (const [voter, one] of voters.entries()) {
    for (const needle of one.person) whose.set(needle, { voter, kind: 'person' })
    for (const needle of one.secrets) whose.set(needle, { voter, kind: 'secrets' })
    for (const needle of one.words) whose.set(needle, { voter, kind: 'words' })
    for (const ballot of one.ballots)
      for (const needle of ballotNeedles(`a ballot of voter ${voter}`, ballot))
        whose.set(needle, { voter, kind: 'ballots' })
  }
  const search: NeedleSearch = searchFor([...whose.keys()])
  const known = new WeakMap<StoredRow, Mentions>()
  const labels = new Map(voters.flatMap(({ labels }, voter) => labels.map(label => [label, voter] as const)))

  const mentionsIn = (found: readonly Needle[], named: readonly number[]): Mentions => {
    const of = (kind: string) => found.filter(needle => whose.get(needle)?.kind === kind)
    const votersOf = (needles: readonly Needle[]) => needles.map(needle => whose.get(needle)?.voter ?? nobody)
    const [secrets, ballots, words] = [of('secrets'), of('ballots'), of('words')]
    return {
      persons: new Set([...votersOf(of('person')), ...named]),
      secrets,
      ballots,
      words,
      speakers: new Set(votersOf([...ballots, ...words])),
    }
  }

  return {
    bytes: bytes => mentionsIn([...search(bytes)], []),
    row(row) {
      const before = known.get(row)
      if (before) return before
      const values = Object.values(row.columns).filter(value => value !== null)
      const found = new Set(
        values.flatMap(value => readingsOf(value).flatMap(reading => [...search(reading)])),
      )
      // A number is a name only where nothing else has numbers; that is for the orders to judge.
      const named = values.filter(value => !/^\d+$/.test(value)).flatMap(value => labels.get(value) ?? [])
      const mentions = mentionsIn([...found], named)
      known.set(row, mentions)
      return mentions
    },
  }
}
