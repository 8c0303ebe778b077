import { asked, type Hall, type HallChoice, type Phone } from '../../tests/support/hall.ts'
import { requestOf, type Site } from './http-connection.ts'
import type { Letters } from './storm.ts'

const choices = ['yes', 'no', 'abstain'] as const
const opposite: Readonly<Record<HallChoice, HallChoice>> = { yes: 'no', no: 'yes', abstain: 'abstain' }

/** No two voters next to each other say the same. */
const ballotOf = (voter: number, items: number): HallChoice[] =>
  Array.from({ length: items }, (_, item) => choices[(voter * 7 + item * (1 + (voter % 5))) % 3] ?? 'abstain')

function written(
  site: Site,
  hall: Hall,
  phone: Phone,
  ballot: readonly HallChoice[],
  cookie?: string,
): string {
  const { method, path, headers, body } = hall.ballot(phone, ballot)
  const host = `${site.host}:${site.port}`
  return requestOf(
    method,
    path,
    host,
    { origin: `http://${host}`, ...headers, ...(cookie && { cookie }) },
    body,
  )
}

export interface HandedIn {
  /** What each phone sends. */
  readonly letters: readonly Letters[]
  /** The statuses that each shall get. */
  readonly expected: readonly (readonly number[])[]
  /** What each voter means at last; the one with the wrong ballot is no voter. */
  readonly meant: readonly (readonly HallChoice[])[]
}

/**
 * A hall's ballots. The first voter sends the same twice, on two connections; the second changes its mind as soon as it
 * has its answer; and the last phone sends a choice that the ballot does not have.
 */
export function ballotsOf(site: Site, hall: Hall): HandedIn {
  const voters = hall.phones.slice(0, -1)
  const [first, second] = voters
  const last = hall.phones.at(-1)
  if (!first || !second || !last) throw new Error('the hall is empty')
  const meant = voters.map((_, voter) => ballotOf(voter, hall.items.length))
  const letters: Letters[] = voters.map((phone, voter) => [written(site, hall, phone, meant[voter] ?? [])])

  meant[1] = meant[1]?.map(choice => opposite[choice]) ?? []
  letters[1] = [...(letters[1] ?? []), written(site, hall, second, meant[1])]
  letters.push(letters[0] ?? [])
  letters.push([written(site, hall, last, meant[0] ?? []).replace(/=(yes|no|abstain)$/, sameLength)])
  const expected = letters.map((phone, place) => phone.map(() => (place === letters.length - 1 ? 422 : 200)))
  return { letters, expected, meant }
}

const sameLength = (field: string): string => `=${'x'.repeat(field.length - 1)}`

/** The same forms without a right: refused as soon as they are read. */
export const withoutRights = (site: Site, hall: Hall): Letters[] =>
  hall.phones.map((phone, voter) => [
    written(site, hall, phone, ballotOf(voter, hall.items.length), 'language=sv'),
  ])

/** @throws when, in the closed round, a ballot was lost, is there twice, or is not what its voter meant last */
export async function compareCounts(adminUrl: string, hall: Hall, meant: HandedIn['meant']): Promise<void> {
  const counted = await asked<{ line: string }>(
    adminUrl,
    `select item || ' ' || choice || ' ' || votes as line from conference.item_count
     where conference_id = $1 and stratum = ''`,
    [hall.conferenceId],
  )
  const marks = meant.flatMap(ballot => ballot.map((choice, place) => `${hall.items[place]} ${choice}`))
  const sent = [...Map.groupBy(marks, mark => mark)].map(([mark, same]) => `${mark} ${same.length}`)
  const kept = counted.map(row => row.line)
  if (kept.toSorted().join() !== sent.toSorted().join())
    throw new Error(`what was counted is not what was sent:\n${kept.join('\n')}\n\n${sent.join('\n')}`)
  const [round] = await asked<{ voted: number }>(
    adminUrl,
    'select voted from conference.round where conference_id = $1',
    [hall.conferenceId],
  )
  if (round?.voted !== meant.length) throw new Error(`${round?.voted} ballots are there, not ${meant.length}`)
}
