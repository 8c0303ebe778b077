import { setTimeout as pause } from 'node:timers/promises'
import type { Hall } from '../../tests/support/hall.ts'
import { type Seat, seatAudience } from './audience.ts'
import { percentile, round } from './figures.ts'
import { requestOf, type Site } from './http-connection.ts'

/** Milliseconds from sending the request that publishes until a listener has the whole message. */
export interface PublishFigures {
  readonly listeners: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Until the one who published had an answer, which comes after the commit. */
  readonly answeredMs: number
  readonly p99AfterAnswerMs: number
}

/** Publishes the closed round, with all the seats listening. */
export async function publish(site: Site, hall: Hall, seats: readonly Seat[]): Promise<PublishFigures> {
  const audience = await seatAudience(site, seats)
  await pause(300)
  const host = `${site.host}:${site.port}`
  const { status, answeredMs, heardMs } = await audience.show(
    requestOf('POST', `/conferences/${hall.conferenceId}/rounds/1/publish`, host, {
      cookie: hall.leader,
      origin: `http://${host}`,
      'content-type': 'application/x-www-form-urlencoded',
    }),
  )
  if (status !== 303) throw new Error(`publishing was answered with ${status}`)
  const p99 = percentile(heardMs, 0.99)
  return {
    listeners: seats.length,
    p50Ms: round(percentile(heardMs, 0.5), 1),
    p99Ms: round(p99, 1),
    answeredMs: round(answeredMs, 1),
    p99AfterAnswerMs: round(p99 - answeredMs, 1),
  }
}

/** The page that every voter has open: it learns that there is a result, and shows the way to it. */
export const phonesOf = (hall: Hall): Seat[] =>
  hall.phones.slice(0, -1).map(phone => ({
    path: '/take-part/events',
    cookie: phone.session,
    sign: '"results":[1]',
  }))

/** So many projectors: each gets the whole result. */
export const projectorsOf = (hall: Hall, cookies: readonly string[], count: number): Seat[] =>
  Array.from({ length: count }, (_, place) => ({
    path: `/conferences/${hall.conferenceId}/events/projector`,
    cookie: cookies[place % cookies.length] ?? '',
    sign: '"shows":"result"',
  }))
