interface Waiting<Item, Value> {
  readonly item: Item
  readonly done: (value: Value) => void
  readonly failed: (error: unknown) => void
}

/**
 * Group commit: what arrives while one group is written becomes the next group, so that a thousand at the same moment
 * cost a few commits. Each gets its own answer, after the commit that it is in.
 * @param write writes a group in one transaction; what it answers is in the order of the group
 * @param most how many go in one group
 * @returns writes one item, together with the others that come
 */
export function groupCommit<Item, Value>(
  write: (group: readonly Item[]) => Promise<readonly Value[]>,
  most = Number.POSITIVE_INFINITY,
): (item: Item) => Promise<Value> {
  const queue: Waiting<Item, Value>[] = []
  let writing = false

  async function writeAll() {
    if (writing) return
    writing = true
    // What came in the same turn of the event loop goes together.
    await new Promise(setImmediate)
    while (queue.length > 0) await writeGroup(queue.splice(0, most))
    writing = false
  }

  async function writeGroup(group: readonly Waiting<Item, Value>[]): Promise<void> {
    try {
      const values = await write(group.map(one => one.item))
      group.forEach((one, place) => {
        one.done(values[place] as Value)
      })
    } catch (error) {
      // One item's failure must not fail the others: each half gets its own try, until the one is alone.
      const half = Math.ceil(group.length / 2)
      if (group.length === 1) group[0]?.failed(error)
      else for (const part of [group.slice(0, half), group.slice(half)]) await writeGroup(part)
    }
  }

  return item =>
    new Promise((done, failed) => {
      queue.push({ item, done, failed })
      void writeAll()
    })
}
