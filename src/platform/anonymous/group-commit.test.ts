import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { groupCommit } from './group-commit.ts'

test('what comes at once is written together, what comes meanwhile in the next group, and each gets its own answer', async () => {
  const groups: number[][] = []
  const write = groupCommit(async (group: readonly number[]) => {
    groups.push([...group])
    await pause(20)
    return group.map(item => item * 10)
  })
  const first = [1, 2, 3].map(write)
  await pause(5)
  const next = [4, 5].map(write)
  expect(await Promise.all([...first, ...next])).toEqual([10, 20, 30, 40, 50])
  expect(groups).toEqual([
    [1, 2, 3],
    [4, 5],
  ])
})

test('one that cannot be written fails alone', async () => {
  const write = groupCommit(async (group: readonly number[]) => {
    if (group.includes(2)) throw new Error('not two')
    return group
  })
  const results = await Promise.allSettled([1, 2, 3].map(write))
  expect(results.map(result => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await write(4)).toBe(4)
})

test('a group has an upper limit', async () => {
  const sizes: number[] = []
  const write = groupCommit(async (group: readonly number[]) => {
    sizes.push(group.length)
    return group
  }, 4)
  await Promise.all(Array.from({ length: 10 }, (_, item) => write(item)))
  expect(sizes).toEqual([4, 4, 2])
})
