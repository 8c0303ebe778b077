import type { SettledTie } from '../lead-model.ts'
import type { Settlement } from './round.ts'

/** A round's settlements as everybody may know them, in the order in which they were made. */
export const settledTies = (settlements: readonly Settlement[]): SettledTie[] =>
  settlements.map((one, place) => ({
    cut: one.cut,
    seats: one.seats,
    items: one.items,
    decision: one.decision,
    isAgain: settlements
      .slice(0, place)
      .some(
        before =>
          before.decision === 'run-off' &&
          before.cut === one.cut &&
          one.items.every(item => before.items.includes(item)),
      ),
    ...(one.decision === 'run-off' && one.closed && { runOff: one.closed.turnout }),
  }))
