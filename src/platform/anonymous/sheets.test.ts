import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDatabase, type TestDatabase } from '../../../tests/support/test-database.ts'
import type { DatabaseActor } from '../database/actor.ts'
import { newNonce } from './right.ts'
import { type SheetBoxes, sheetBoxes } from './sheets.ts'

const association = randomUUID()
const staff: DatabaseActor = { room: 'association', id: randomUUID(), associations: [association] }
const secret = 'a secret of at least thirty-two characters'

let test_: TestDatabase
let boxes: SheetBoxes
beforeAll(async () => {
  test_ = await aDatabase()
  boxes = sheetBoxes(test_.database, secret, async () => {})
})
afterAll(() => test_.remove())

async function anOpenBox(count: number) {
  const boxId = randomUUID()
  const holders = Array.from({ length: count }, () => ({ id: randomUUID(), stratum: 'unit' }))
  await test_.database.write(staff, trx => boxes.open(trx, boxId, [association], holders))
  return { boxId, ids: holders.map(({ id }) => id) }
}

const take = (boxId: string, id: string) =>
  boxes.take({ room: 'public', id, associations: [] }, boxId, newNonce())

describe('who has not taken a right', () => {
  test('is told of one holder at a time, as it is when it is asked', async () => {
    const { boxId, ids } = await anOpenBox(3)
    const [first = '', second = '', third = ''] = ids
    expect((await take(boxId, second)).ok).toBe(true)
    const isLeft = await boxes.left(boxId)
    expect(ids.map(id => isLeft?.(id))).toEqual([true, false, true])
    expect((await take(boxId, first)).ok).toBe(true)
    expect(isLeft?.(first)).toBe(true)
    const later = await boxes.left(boxId)
    expect([first, second, third].map(id => later?.(id))).toEqual([false, false, true])
  })

  test('leaves the register as it was: sealed, and not written anew', async () => {
    const { boxId, ids } = await anOpenBox(2)
    await take(boxId, ids[0] ?? '')
    const intake = { room: 'ballot_box', id: null, associations: [] } as const
    const sealed = () =>
      test_.database.read(intake, db =>
        db.selectFrom('anonymous.register').selectAll().where('box_id', '=', boxId).execute(),
      )
    const before = await sealed()
    await boxes.left(boxId)
    expect(await sealed()).toEqual(before)
  })

  test('is told by nobody once the box is closed', async () => {
    const { boxId } = await anOpenBox(1)
    await test_.database.write(staff, trx => boxes.close(trx, boxId, 'association'))
    expect(await boxes.left(boxId)).toBeUndefined()
  })
})

test('a voucher is the same each time, and another for each holder and each secret', () => {
  const id = randomUUID()
  const other = sheetBoxes(test_.database, `${secret}, another`, async () => {})
  expect(boxes.voucher(id)).toEqual(boxes.voucher(id))
  expect(boxes.voucher(id)).not.toEqual(boxes.voucher(randomUUID()))
  expect(boxes.voucher(id)).not.toEqual(other.voucher(id))
})
