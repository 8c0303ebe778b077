import type { Transaction } from '../../platform/database/tables.ts'
import { announce } from '../../platform/live/live.ts'

/** The topic that pages about one wave listen to: its state, and how many have answered. */
export const waveTopic = (waveId: string): string => `wave ${waveId}`

/** Something that a page about this wave shows has changed. Says which wave, and never how many or whose. */
export const waveChanged = (trx: Transaction, waveId: string): Promise<void> =>
  announce(trx, waveTopic(waveId))
