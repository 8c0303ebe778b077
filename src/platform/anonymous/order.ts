import { randomInt } from 'node:crypto'

/** The same in an order drawn anew: Fisher-Yates with the operating system's randomness. */
export function inAnyOrder<Value>(values: readonly Value[]): Value[] {
  const order = [...values]
  for (let index = order.length - 1; index > 0; index--) {
    const other = randomInt(index + 1)
    ;[order[index], order[other]] = [order[other] as Value, order[index] as Value]
  }
  return order
}
