import { afterEach, expect, test } from 'vitest'
import type {
  busy,
  double,
  environment,
  fillMemory,
  refuseLoudly,
} from '../../../tests/support/calculations.ts'
import { type Background, openBackground } from './background.ts'

const opened: Background[] = []
afterEach(async () => {
  for (const background of opened.splice(0)) await background.close()
})

function backgroundWith(limits: Parameters<typeof openBackground>[0] = {}): Background {
  const background = openBackground(limits)
  opened.push(background)
  return background
}

const at = (name: string) => ({ module: '../tests/support/calculations', name })

test('a calculation answers from a thread of its own, while the program goes on', async () => {
  const background = backgroundWith()
  let turns = 0
  const beat = setInterval(() => turns++, 10)
  const answer = await background.run<typeof busy>(at('busy'), 400)
  clearInterval(beat)
  expect(answer.ok && answer.value.to - answer.value.from).toBeGreaterThanOrEqual(400)
  // Forty turns fit in; a program that calculates by itself would have had none.
  expect(turns).toBeGreaterThan(10)
})

test('calculations asked for at once come one after the other, in their order', async () => {
  const background = backgroundWith()
  const answers = await Promise.all([60, 1, 30].map(time => background.run<typeof busy>(at('busy'), time)))
  const times = answers.flatMap(answer => (answer.ok ? [answer.value.from, answer.value.to] : []))
  expect(times).toHaveLength(6)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
})

test('what takes too long is ended by name, and the next is calculated', async () => {
  const background = backgroundWith({ timeoutMilliseconds: 500 })
  const answers = await Promise.all([
    background.run<typeof busy>(at('busy'), 3_600_000),
    background.run<typeof double>(at('double'), 21),
  ])
  expect(answers).toEqual([
    { ok: false, refusal: 'took-too-long' },
    { ok: true, value: 42 },
  ])
})

test('more than can wait are refused by name, and those that wait are not touched', async () => {
  const background = backgroundWith({ mostWaiting: 1 })
  const answers = await Promise.all(
    [1, 2, 3].map(number => background.run<typeof double>(at('double'), number)),
  )
  expect(answers).toEqual([
    { ok: true, value: 2 },
    { ok: true, value: 4 },
    { ok: false, refusal: 'too-many-waiting' },
  ])
  expect(await background.run<typeof double>(at('double'), 4)).toEqual({ ok: true, value: 8 })
})

test.each([
  ['a calculation that throws', 'refuseLoudly', 'not like this', 'not like this'],
  ['a calculation that is not there', 'treble', 3, 'exports no function treble'],
  ['an input that cannot be copied', 'double', () => 3, 'could not be cloned'],
])('%s fails alone, and says why', async (_, name, input, why) => {
  const background = backgroundWith()
  const [wrong, right] = await Promise.allSettled([
    background.run<typeof refuseLoudly | ((input: unknown) => unknown)>(at(name), input as string),
    background.run<typeof double>(at('double'), 3),
  ])
  expect(wrong).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining(why) } })
  expect(right).toMatchObject({ status: 'fulfilled', value: { ok: true, value: 6 } })
})

test('a calculation that fills its memory takes nothing else with it', async () => {
  const background = backgroundWith({ memoryMegabytes: 16 })
  await expect(background.run<typeof fillMemory>(at('fillMemory'), undefined)).rejects.toThrow(/memory/)
  expect(await background.run<typeof double>(at('double'), 3)).toEqual({ ok: true, value: 6 })
})

test('a calculation sees nothing of the program’s environment', async () => {
  expect(process.env.PATH).toBeDefined()
  const background = backgroundWith()
  expect(await background.run<typeof environment>(at('environment'), undefined)).toEqual({
    ok: true,
    value: [],
  })
})

test('closing ends what is calculated and what waits, and takes nothing more', async () => {
  const background = backgroundWith()
  const waiting = Promise.allSettled([
    background.run<typeof busy>(at('busy'), 3_600_000),
    background.run<typeof double>(at('double'), 1),
  ])
  await background.close()
  expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await expect(background.run<typeof double>(at('double'), 1)).rejects.toThrow('closing')
})
