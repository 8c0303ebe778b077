import { describe, expect, test } from 'vitest'
import { count } from './count-tests.ts'

const aFile = (...statuses: string[]) => ({
  name: `${process.cwd()}/src/a.test.ts`,
  status: statuses.every(status => status === 'passed') ? 'passed' : 'failed',
  message: 'Cannot find module',
  assertionResults: statuses.map((status, index) => ({ fullName: `test ${index}`, status })),
})

describe('the count of a run', () => {
  test('names what failed, with its file and the database', () => {
    expect(count('PostgreSQL 15', { testResults: [aFile('passed', 'failed', 'passed')] }, 1)).toEqual({
      passed: 2,
      failed: ['src/a.test.ts: test 1 (failed, on PostgreSQL 15)'],
    })
  })

  test.each(['skipped', 'pending', 'todo', 'disabled'])('takes a test that was %s for failed', status => {
    expect(count('it', { testResults: [aFile('passed', status)] }, 0)).toEqual({
      passed: 1,
      failed: [`src/a.test.ts: test 1 (${status}, on it)`],
    })
  })

  test('takes a file that cannot be loaded for one failed test, and says why', () => {
    const broken = { ...aFile(), status: 'failed' }
    expect(count('it', { testResults: [broken] }, 1).failed).toEqual([
      'src/a.test.ts: Cannot find module (on it)',
    ])
  })

  test('fails when the run failed although no test did, when it has no report and when it has no tests', () => {
    expect(count('it', { testResults: [aFile('passed')] }, 1).failed).toHaveLength(1)
    expect(count('it', undefined, 0).failed).toHaveLength(1)
    expect(count('it', { testResults: [] }, 0).failed).toHaveLength(1)
  })

  test('is clean when all passed', () => {
    expect(count('it', { testResults: [aFile('passed', 'passed')] }, 0)).toEqual({ passed: 2, failed: [] })
  })
})
