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

test('one that cannot be written fails alone, and costs the others a few tries and not one each', async () => {
  let tries = 0
  const write = groupCommit(async (group: readonly number[]) => {
    tries++
    if (group.includes(2)) throw new Error('not two')
    return group
  })
  const items = Array.from({ length: 1000 }, (_, item) => item)
  const results = await Promise.allSettled(items.map(write))
  expect(items.filter(item => results[item]?.status === 'rejected')).toEqual([2])
  expect(tries).toBeLessThan(25)
  expect(await write(1000)).toBe(1000)
})
