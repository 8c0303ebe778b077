import { inCommon } from './in-common.ts'
import { inOrder } from './in-order.ts'
import { logLines } from './log-lines.ts'
import type { Leak, Observation } from './observation.ts'
import { readerOf } from './readings.ts'
import { saidAloud } from './said-aloud.ts'
import { spelledOut } from './spelled-out.ts'
import { stepByStep } from './step-by-step.ts'

/**
 * Plays an attacker who has seen the whole database, dead rows included, and the whole log, before and after everything
 * that was done, and who knows what each voter did and when. What the attacker has not: the installation's secret, and
 * the phones.
 * @returns all that brings a voter and an answer nearer to each other; empty when nothing does
 */
export function findLeaks(observation: Observation): Leak[] {
  const reader = readerOf(observation)
  const leaks = [
    ...saidAloud(observation, reader),
    ...spelledOut(observation),
    ...inCommon(observation, reader),
    ...inOrder(observation, reader),
    ...stepByStep(observation, reader),
    ...logLines(observation, reader),
  ]
  // The same is found in each of its forms.
  return [...new Map(leaks.map(leak => [JSON.stringify(leak), leak])).values()]
}
