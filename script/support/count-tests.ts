/**
 * `node script/support/count-tests.ts FAILED-CHECKS FOLDER` adds up vitest's reports in a folder (for each run
 * NAME.json and NAME.status), names what failed, and ends with the line `N passed, N failed`. A test that was
 * skipped counts as failed: a test that does not run guards nothing.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

interface Report {
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { fullName: string; status: string }[]
  }[]
}

interface Count {
  passed: number
  /** One sentence for each. */
  failed: string[]
}

/** @param name what the run was on, such as `the embedded PostgreSQL` */
export function count(name: string, report: Report | undefined, status: number): Count {
  if (report === undefined) return { passed: 0, failed: [`the tests on ${name} did not come to an end`] }
  const failed: string[] = []
  let passed = 0
  for (const file of report.testResults) {
    const path = relative(process.cwd(), file.name)
    const wrong = file.assertionResults.filter(test => test.status !== 'passed')
    passed += file.assertionResults.length - wrong.length
    for (const test of wrong) failed.push(`${path}: ${test.fullName} (${test.status}, on ${name})`)
    // A file that cannot be loaded has no tests to fail.
    if (wrong.length === 0 && file.status !== 'passed') failed.push(`${path}: ${file.message} (on ${name})`)
  }
  if (report.testResults.length === 0) failed.push(`no test was found on ${name}`)
  // An error outside every test, such as a promise that nobody waited for.
  if (failed.length === 0 && status !== 0) failed.push(`the run on ${name} ended with status ${status}`)
  return { passed, failed }
}

function main([failedChecks = '0', folder = '']: string[]): void {
  const names = readdirSync(folder).flatMap(file =>
    file.endsWith('.status') ? [file.slice(0, -'.status'.length)] : [],
  )
  const counts = names.map(name => {
    const report = join(folder, `${name}.json`)
    const read = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Report) : undefined
    return count(name, read, Number(readFileSync(join(folder, `${name}.status`), 'utf8')))
  })
  const failed = counts.flatMap(counted => counted.failed)
  const passed = counts.reduce((sum, counted) => sum + counted.passed, 0)
  const failures = failed.length + Number(failedChecks)
  for (const sentence of failed) console.log(`Failed: ${sentence}`)
  if (Number(failedChecks) > 0)
    console.log(`Failed: ${failedChecks} of the checks; see the top, or run script/check`)
  console.log(`${passed} passed, ${failures} failed`)
  process.exitCode = failures === 0 ? 0 : 1
}

if (import.meta.main) main(process.argv.slice(2))
