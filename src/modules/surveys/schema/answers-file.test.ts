import { describe, expect, test } from 'vitest'
import { aQuestionnaire } from '../builders.ts'
import { countAnswers } from './answers-file.ts'

const fileOf = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })
const heading = 'association,wave,group,respondent,question,value\n'

function count(rows: string, questionnaire: string = JSON.stringify(aQuestionnaire())) {
  return countAnswers({
    questionnaireFile: fileOf('q.json', questionnaire),
    answersFile: fileOf('a.csv', rows.startsWith('association') ? rows : heading + rows),
  })
}

const errorsOf = (rows: string, questionnaire?: string) => {
  const answer = count(rows, questionnaire)
  return answer.ok ? [] : answer.errors
}

function statistics(rows: string) {
  const answer = count(rows)
  if (!answer.ok) throw new Error(answer.errors.join('\n'))
  return answer.counted
}

describe('answers', () => {
  test('are counted by association, wave, group and measure', () => {
    const counted = statistics(
      [
        'a,2024-10,participant,1,needs,5',
        'a,2024-10,participant,2,needs,3',
        'a,2023-10,participant,1,needs,1',
        'b,2024-10,participant,1,needs,4',
        'a,2024-10,staff,1,needs,2',
      ].join('\n'),
    )
    expect(
      counted.map(({ association, wave, group, measure, statistic }) => [
        association,
        wave,
        group,
        measure,
        statistic.n,
        statistic.favourable,
        statistic.sum,
        statistic.sumOfSquares,
        statistic.counts,
      ]),
    ).toEqual([
      ['a', '2024-10', 'participant', '1-participant', 2, 1, 8, 34, [0, 0, 1, 0, 1]],
      ['a', '2023-10', 'participant', '1-participant', 1, 0, 1, 1, [1, 0, 0, 0, 0]],
      ['b', '2024-10', 'participant', '1-participant', 1, 1, 4, 16, [0, 0, 0, 1, 0]],
      ['a', '2024-10', 'staff', '1-participant', 1, 0, 2, 4, [0, 1, 0, 0, 0]],
    ])
  })

  test('that are empty or not known are not in n, but their measure is there', () => {
    const counted = statistics('a,w,participant,1,needs,vet inte\na,w,participant,2,needs,\n')
    expect(counted).toMatchObject([
      { measure: '1-participant', hasNumbers: true, statistic: { n: 0, unknown: 1 } },
    ])
  })

  test('to free text and to questions without a measure make no figure', () => {
    expect(statistics('a,w,participant,1,tell,"Allt, är bra"\n')).toEqual([])
  })

  test('of several choices are one respondent’s', () => {
    expect(statistics('a,w,participant,1,help,work|health\n')).toMatchObject([
      { measure: 'own-help-participant', hasNumbers: false, statistic: { n: 1, counts: [1, 0, 1] } },
    ])
  })

  test('may come in any order of columns and rows, with semicolons and decimal commas', () => {
    const rows = 'value;question;respondent;group;wave;association\n7,5;hours;1;participant;w;a\n'
    const answer = countAnswers({
      questionnaireFile: fileOf('q.json', JSON.stringify(aQuestionnaire())),
      answersFile: fileOf('a.csv', `\ufeff${rows}`),
    })
    expect(answer).toMatchObject({ ok: true, counted: [{ statistic: { n: 1, sum: 7.5 } }] })
  })

  test('may be none at all', () => {
    expect(statistics(heading)).toEqual([])
  })

  test('of the same respondent’s word in two units are two people’s', () => {
    const rows = 'a,w,participant,1,needs,1\nb,w,participant,1,needs,1\na,v,participant,1,needs,1\n'
    expect(statistics(rows)).toHaveLength(3)
  })
})

describe('what is wrong is told with file and line', () => {
  test.each([
    ['a,w,participant,1,joy,5', 'there is no question "joy" in the questionnaire'],
    [
      'a,w,participant,1,needs,6',
      '"6" is not an answer to question "needs", which has 1, 2, 3, 4, 5 or "vet inte"',
    ],
    [
      'a,w,participant,1,person,kanske',
      '"kanske" is not an answer to question "person", which has "yes", "partly", "no" or "vet inte"',
    ],
    ['a,w,participant,1,help,work|work', '"work|work" has a value twice for question "help"'],
    [
      'a,w,participant,1,help,work|vet inte',
      '"work|vet inte" has both values and that they are not known for question "help"',
    ],
    [
      'a,w,participant,1,hours,99',
      '"99" is outside of question "hours", which has 0 to 60 with 1 decimals or "vet inte"',
    ],
    [
      'a,w,participant,1,hours,1.25',
      '"1.25" has more decimals than question "hours", which has 0 to 60 with 1 decimals or "vet inte"',
    ],
    ['a,w,participant,1,hours,många', '"många" is not a number, which question "hours" asks for'],
    [',w,participant,1,needs,5', 'the association is missing'],
    ['a,w,participant,,needs,5', 'the respondent is missing'],
    ['a,w,participant,1,needs', 'has 5 columns, the heading has 6'],
  ])('%s', (row, sentence) => {
    expect(errorsOf(row)).toEqual([`a.csv:2: ${sentence}`])
  })

  test('two answers of one respondent to one question, also when one is empty', () => {
    const rows = 'a,w,participant,7,needs,5\na,w,participant,7,person,no\na,w,participant,7,needs,\n'
    expect(errorsOf(rows)).toEqual([
      'a.csv:4: respondent "7" answers question "needs" twice, first on line 2',
    ])
  })

  test('several faults in the order of lines, those of the questionnaire first', () => {
    const questionnaire = JSON.stringify(aQuestionnaire({ version: 0 }))
    expect(errorsOf('a,w,participant,1,joy,5\na,w,,1,needs,9\na,w\n', questionnaire)).toEqual([
      'q.json:1: version must be at least 1',
      'a.csv:3: the group is missing',
      'a.csv:4: has 2 columns, the heading has 6',
    ])
  })

  test('a column that is missing', () => {
    expect(errorsOf('association,wave,group,respondent,value\na,w,participant,1,5\n')).toEqual([
      'a.csv:1: the column "question" is missing',
    ])
  })
})
