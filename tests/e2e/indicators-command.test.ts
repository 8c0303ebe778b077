import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'mellanrum-indicators-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const participant = join(root, 'demo', 'questionnaires', 'participant.json')
const heading = 'association,wave,group,respondent,question,value\n'

function compute(questionnaire: string, answers: string, ...more: string[]) {
  const given = ['indicators', 'compute', '--questionnaire', questionnaire, '--answers', answers, ...more]
  const { status, stdout, stderr } = spawnSync(join(root, 'script', 'mellanrum'), given, {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  })
  return { status, stdout, stderr }
}

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

type Row = Readonly<Record<string, unknown>>

describe('the example of docs/questionnaires.md', () => {
  const blocks = [
    ...readFileSync(join(root, 'docs/questionnaires.md'), 'utf8').matchAll(/^```(json|csv)\n(.*?)^```/gms),
  ].map(([, , content = '']) => content)
  const [questionnaire = '', answers = '', figures = ''] = blocks

  test('gives the figures that the page shows', () => {
    const { status, stdout } = compute(
      fileOf('example.json', questionnaire),
      fileOf('example.csv', answers),
      '--json',
    )
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual(JSON.parse(figures))
  })

  test('is a table without --json, in which too few are said in words', () => {
    const { status, stdout } = compute(fileOf('example.json', questionnaire), fileOf('example.csv', answers))
    expect(status).toBe(0)
    const [first, ...rows] = stdout.trimEnd().split('\n')
    expect(first).toMatch(
      /^Association {2}Wave +Group +Measure +n +Favourable +Percent +95 % interval +Mean$/,
    )
    expect(rows.map(row => row.split(/ {2,}/))).toEqual([
      ['norra', '2024-10', 'participant', '1-participant', '5', '4', '80.0', '37.6-96.4', '4.00'],
      ['norra', '2024-10', 'participant', '7-participant', 'fewer than five: not shown'],
      ['norra', '2024-10', 'participant', 'own-help-participant', '6', '3', '50.0', '18.8-81.2'],
    ])
  })
})

describe('answers to a questionnaire that comes with the product', () => {
  const people = (count: number, favourable: number, unit: string) =>
    Array.from({ length: count }, (_, person) => `${unit},${person},needs,${person < favourable ? 5 : 2}`)

  test('are counted, sorted, and suppressed below five', () => {
    const rows = [
      ...people(8, 6, 'öster,2024-10,participant'),
      ...people(8, 2, 'norra,2024-10,participant'),
      ...people(4, 4, 'norra,2023-10,participant'),
      ...people(5, 0, 'Väster,2024-10,staff'),
    ]
    const { status, stdout } = compute(participant, fileOf('units.csv', heading + rows.join('\n')), '--json')
    expect(status).toBe(0)
    const figures = JSON.parse(stdout) as Row[]
    expect(figures.map(({ association, wave, group }) => [association, wave, group])).toEqual([
      ['Väster', '2024-10', 'staff'],
      ['norra', '2023-10', 'participant'],
      ['norra', '2024-10', 'participant'],
      ['öster', '2024-10', 'participant'],
    ])
    expect(figures[1]).toEqual({
      association: 'norra',
      wave: '2023-10',
      group: 'participant',
      measure: '1-participant',
      suppressed: true,
    })
    expect(figures[3]).toMatchObject({ n: 8, favourable: 6, share: 0.75, mean: 4.25, suppressed: false })
    // Wilson 1927 for 6 of 8, by mpmath: ((6 + z²/2) ± z √(6 × 2/8 + z²/4)) / (8 + z²), z = 1.95996398454005423552.
    expect(figures[3]?.low).toBeCloseTo(0.40927543031, 9)
    expect(figures[3]?.high).toBeCloseTo(0.92852078725, 9)
  })

  test('are the same with semicolons, a byte order mark and other columns in another order', () => {
    const rows = people(6, 3, 'norra,2024-10,participant')
    const turned = rows.map(row => row.split(',').toReversed().concat('phone').join(';'))
    const plain = compute(participant, fileOf('plain.csv', heading + rows.join('\n')), '--json')
    const other = compute(
      participant,
      fileOf(
        'excel.csv',
        `\ufeffvalue;question;respondent;group;wave;association;how\r\n${turned.join('\r\n')}\r\n`,
      ),
      '--json',
    )
    expect({ status: other.status, stdout: other.stdout }).toEqual({ status: 0, stdout: plain.stdout })
    expect(JSON.parse(plain.stdout)).toHaveLength(1)
  })

  test('of 200,000 rows are read in seconds, and agree with a recount', () => {
    const questions = ['needs', 'influence', 'time', 'coping', 'steps', 'heard', 'lasting']
    const values = ['1', '2', '3', '4', '5', 'vet inte', '']
    const counts = new Map<string, { n: number; favourable: number }>()
    const rows: string[] = []
    for (let row = 0; rows.length < 200_000; row++) {
      const person = Math.floor(row / questions.length)
      const unit = `association-${person % 75},20${10 + (person % 10)}-10,participant`
      const question = questions[row % questions.length] ?? ''
      const value = values[(row * 7919 + person * 31) % values.length] ?? ''
      rows.push(`${unit},${person},${question},${value}`)
      const count = counts.get(`${unit},${question}`) ?? { n: 0, favourable: 0 }
      if (/^[1-5]$/.test(value)) count.n++
      if (value >= '4' && value <= '5') count.favourable++
      counts.set(`${unit},${question}`, count)
    }
    const path = fileOf('large.csv', heading + rows.join('\n'))
    const begun = performance.now()
    const { status, stdout } = compute(participant, path, '--json')
    const seconds = (performance.now() - begun) / 1000
    expect(status).toBe(0)
    const figures = JSON.parse(stdout) as Row[]
    expect(figures).toHaveLength(counts.size)
    const sum = (key: 'n' | 'favourable') =>
      [...counts.values()].filter(({ n }) => n >= 5).reduce((all, count) => all + count[key], 0)
    for (const key of ['n', 'favourable'] as const)
      expect(figures.reduce((all, figure) => all + Number(figure[key] ?? 0), 0)).toBe(sum(key))
    // It takes one; a machine that does much else is slower.
    expect(seconds).toBeLessThan(20)
  })
})

describe('what is wrong', () => {
  /** Without what the script itself tells when it builds first. */
  const linesOf = (stderr: string) =>
    stderr
      .trimEnd()
      .split('\n')
      .filter(line => /:\d+: /.test(line))

  test('in the answers ends it with a line each, and nothing else is printed', () => {
    const path = fileOf(
      'wrong.csv',
      `${heading}${[
        'norra,2024-10,participant,1,needs,5',
        'norra,2024-10,participant,1,joy,5',
        'norra,2024-10,participant,2,needs,6',
        'norra,2024-10,participant,1,needs,4',
        'norra,,participant,3,needs,4',
        'norra,2024-10,participant,3,needs',
      ].join('\n')}\n`,
    )
    const { status, stdout, stderr } = compute(participant, path, '--json')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(linesOf(stderr)).toEqual([
      `${path}:3: there is no question "joy" in the questionnaire`,
      `${path}:4: "6" is not an answer to question "needs", which has 1, 2, 3, 4, 5 or "vet inte"`,
      `${path}:5: respondent "1" answers question "needs" twice, first on line 2`,
      `${path}:6: the wave is missing`,
      `${path}:7: has 5 columns, the heading has 6`,
    ])
  })

  test('in the questionnaire is told with its line and path', () => {
    const form = JSON.parse(readFileSync(participant, 'utf8'))
    form.questions[2].measure.favourable = [4, 6]
    delete form.questions[3].text.so
    const path = fileOf('wrong.json', JSON.stringify(form, null, 1))
    const { status, stdout, stderr } = compute(path, fileOf('none.csv', heading), '--json')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    const [favourable, text, ...more] = linesOf(stderr)
    expect(favourable).toMatch(/wrong\.json:\d+: questions\[2\]\.measure\.favourable\[1\] 6 is not a value/)
    expect(text).toMatch(/wrong\.json:\d+: questions\[3\]\.text has no text in "so"$/)
    expect(more).toEqual([])
  })

  test('also when a file is not UTF-8, not JSON, lacks a column or is not there', () => {
    const answers = fileOf('right.csv', heading)
    const cases: [string, string, string][] = [
      [
        participant,
        fileOf('latin.csv', Buffer.from(`${heading}\xf6ster,2024-10,board,1,needs,5\n`, 'latin1')),
        ':2: is not UTF-8',
      ],
      [
        participant,
        fileOf('column.csv', 'association,wave,group,respondent,question\n'),
        ':1: the column "value" is missing',
      ],
      [
        participant,
        fileOf('quotes.csv', `${heading}"norra,2024-10\n`),
        ':2: has quotation marks that do not pair',
      ],
      [fileOf('broken.json', '{\n"id": "x",\n]'), answers, 'broken.json:3: is not valid JSON'],
      [join(folder, 'nowhere.json'), answers, 'nowhere.json:1: there is no such file'],
    ]
    for (const [questionnaire, file, sentence] of cases) {
      const { status, stdout, stderr } = compute(questionnaire, file, '--json')
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(linesOf(stderr)).toEqual([expect.stringContaining(sentence)])
    }
  })

  test('also when something was not typed', () => {
    const { status, stderr } = compute(participant, '')
    expect(status).toBe(2)
    expect(stderr).not.toBe('')
  })
})

test('no answers give no figures', () => {
  const { status, stdout } = compute(participant, fileOf('heading.csv', heading), '--json')
  expect({ status, stdout }).toEqual({ status: 0, stdout: '[]\n' })
})
