import type { Transaction } from '../../platform/database/tables.ts'
import { announce } from '../../platform/live/live.ts'

/** The topic that pages about one conference listen to. */
export const conferenceTopic = (conferenceId: string): string => `conference ${conferenceId}`

/** The topic of one box: turnout, while ballots come in. */
export const boxTopic = (boxId: string): string => `box ${boxId}`

/** Something that a page about this conference shows has changed. */
export const conferenceChanged = (trx: Transaction, conferenceId: string): Promise<void> =>
  announce(trx, conferenceTopic(conferenceId))

/** Answers have come in. Says which box, and never how many or whose. */
export const answersArrived = (trx: Transaction, boxId: string): Promise<void> =>
  announce(trx, boxTopic(boxId))
