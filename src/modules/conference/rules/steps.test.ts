import { expect, test } from 'vitest'
import { type Progress, stepsOf } from './steps.ts'

const nothing: Progress = {
  information: '',
  items: 0,
  experts: 0,
  invited: 0,
  rounds: [],
  sittings: 0,
  evaluation: null,
  published: false,
}
const states = (progress: Partial<Progress>) =>
  Object.fromEntries(stepsOf({ ...nothing, ...progress }).map(({ name, state }) => [name, state]))

test('a new conference begins with its description, and cannot be led yet', () => {
  expect(states({})).toMatchObject({ describe: 'current', items: 'todo', lead: 'blocked', report: 'blocked' })
})

test('what is done out of order is done, and the first that is left is next', () => {
  expect(states({ information: 'x', rounds: [{ state: 'planned' }] })).toMatchObject({
    describe: 'done',
    items: 'current',
    rules: 'done',
  })
})

test('experts who have not been invited are not done', () => {
  expect(states({ information: 'x', items: 5, experts: 3 }).experts).toBe('current')
  expect(states({ information: 'x', items: 5, experts: 3, invited: 3 }).experts).toBe('done')
})

test('once a vote has been held nobody is asked to make groups', () => {
  const led = { information: 'x', items: 5, experts: 3, invited: 3 }
  expect(states({ ...led, rounds: [{ state: 'published' }, { state: 'planned' }] })).toMatchObject({
    groups: 'done',
    lead: 'current',
    report: 'blocked',
  })
})

test('once a vote has opened, leading comes before what was never prepared', () => {
  const led = { items: 5, experts: 3, invited: 3, rounds: [{ state: 'open' as const }] }
  expect(states(led)).toMatchObject({ describe: 'todo', lead: 'current' })
})

test('when all rounds are published, evaluation and report are what is left', () => {
  const decided = {
    information: 'x',
    items: 5,
    experts: 3,
    invited: 3,
    rounds: [{ state: 'published' as const }],
  }
  expect(states(decided)).toMatchObject({ lead: 'done', evaluation: 'current', report: 'todo' })
  expect(states({ ...decided, evaluation: 'closed' }).report).toBe('current')
  expect(Object.values(states({ ...decided, published: true }))).not.toContain('current')
})
