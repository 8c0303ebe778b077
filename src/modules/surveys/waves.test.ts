import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDatabase, type TestDatabase } from '../../../tests/support/test-database.ts'
import { newNonce } from '../../platform/anonymous/right.ts'
import { type SheetBoxes, sheetBoxes } from '../../platform/anonymous/sheets.ts'
import { noInitiative } from '../indicators/index.ts'
import { loadAssociations } from '../organisations/index.ts'
import { anOpenWave, waveLeader as leader } from './builders.ts'
import { sheetKeeper } from './commands/keep-sheets.ts'
import { shipQuestionnaires } from './commands/questionnaires.ts'
import { closeWave } from './commands/waves.ts'
import type { Questionnaire } from './rules/questionnaire.ts'
import type { Written } from './rules/sheet.ts'

const form: Questionnaire = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../demo/questionnaires/participant.json'), 'utf8'),
)
const scale = form.questions.find(question => question.kind === 'scale')

let test_: TestDatabase
let boxes: SheetBoxes
beforeAll(async () => {
  test_ = await aDatabase()
  boxes = sheetBoxes(test_.database, 'a secret of at least thirty-two characters', sheetKeeper())
  await loadAssociations(test_.database)
  await shipQuestionnaires(test_.database, [form])
})
afterAll(() => test_.remove())

let month = 0
async function openedWave() {
  month++
  const { waveId, units } = await anOpenWave(
    { database: test_.database, sheets: boxes },
    { questionnaire: form.id, period: `2026-${String(month).padStart(2, '0')}` },
  )
  return { waveId, unitId: units[0]?.id ?? '' }
}

async function aRight(waveId: string, unitId: string): Promise<string> {
  const right = await boxes.takeFreely(waveId, newNonce(), unitId)
  if (!right.ok) throw new Error(right.refusal)
  return right.value
}

const handIn = (waveId: string, right: string, answers: Written) =>
  boxes.handIn(waveId, right, { how: 'phone', language: 'sv', answers })

const statistics = (waveId: string) =>
  test_.database.read(leader, db =>
    db.selectFrom('indicators.statistic').selectAll().where('measurement_id', '=', waveId).execute(),
  )

describe('a wave', () => {
  test('counts each sheet once, as it was last handed in, and shows nothing before it is closed', async () => {
    const { waveId, unitId } = await openedWave()
    const id = scale?.id ?? ''
    const rights = await Promise.all(Array.from({ length: 8 }, () => aRight(waveId, unitId)))
    const answers = await Promise.all(rights.map(right => handIn(waveId, right, { [id]: '1' })))
    expect(answers.every(answer => answer.ok)).toBe(true)
    // Two change their minds, one sends the same again, and one takes the answer back.
    await handIn(waveId, rights[0] ?? '', { [id]: '4' })
    await handIn(waveId, rights[1] ?? '', { [id]: '4' })
    await handIn(waveId, rights[2] ?? '', { [id]: '1' })
    await handIn(waveId, rights[3] ?? '', {})
    expect(await statistics(waveId)).toEqual([])

    await test_.database.write(leader, trx => closeWave(trx, leader, boxes, { waveId }))
    const [row, ...others] = await statistics(waveId)
    expect(others).toEqual([])
    expect(row).toMatchObject({ initiative_id: noInitiative, n: 7, sum: 5 * 1 + 2 * 4, unknown: 0 })
    const response = await test_.database.read(leader, db =>
      db.selectFrom('indicators.response').selectAll().where('measurement_id', '=', waveId).execute(),
    )
    expect(response).toMatchObject([{ expected: 30, answered: 8 }])
  })

  test('takes nothing in after it is closed', async () => {
    const { waveId, unitId } = await openedWave()
    const right = await aRight(waveId, unitId)
    await test_.database.write(leader, trx => closeWave(trx, leader, boxes, { waveId }))
    expect(await handIn(waveId, right, {})).toEqual({ ok: false, refusal: 'box-closed' })
  })

  test('keeps its sheets from those who lead it', async () => {
    await expect(
      test_.database.read(leader, db => db.selectFrom('surveys.sheet').select('answers').execute()),
    ).rejects.toThrow(/permission denied/)
  })
})
