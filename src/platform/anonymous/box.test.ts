import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDatabase, type TestDatabase } from '../../../tests/support/test-database.ts'
import type { DatabaseActor } from '../database/actor.ts'
import { type AnswerBoxes, answerBoxes, type Holder } from './box.ts'
import { newNonce } from './right.ts'

const association = randomUUID()
const staff: DatabaseActor = { room: 'association', id: randomUUID(), associations: [association] }
const holder = (id: string): DatabaseActor => ({ room: 'public', id, associations: [] })

let test_: TestDatabase
let boxes: AnswerBoxes
beforeAll(async () => {
  test_ = await aDatabase()
  boxes = answerBoxes(test_.database, 'a secret of at least thirty-two characters', async () => {})
})
afterAll(() => test_.remove())

async function anOpenBox(count: number): Promise<{ boxId: string; holders: Holder[] }> {
  const boxId = randomUUID()
  const holders = Array.from({ length: count }, () => ({ id: randomUUID(), stratum: null }))
  await test_.database.write(staff, trx => boxes.open(trx, boxId, [association], holders, 64))
  return { boxId, holders }
}

const take = (boxId: string, holderId: string, nonce: Buffer) => boxes.take(holder(holderId), boxId, nonce)

async function aRight(boxId: string, holderId: string): Promise<string> {
  const right = await take(boxId, holderId, newNonce())
  if (!right.ok) throw new Error(right.refusal)
  return right.value
}

const close = (boxId: string) => test_.database.write(staff, trx => boxes.close(trx, boxId, 'association'))
const turnout = (boxId: string) => test_.database.read(staff, db => boxes.turnout(db, boxId))

describe('the right to answer', () => {
  test('is given once, and the same browser that asks again gets the same right', async () => {
    const { boxId, holders } = await anOpenBox(1)
    const id = holders[0]?.id ?? ''
    const nonce = newNonce()
    const first = await take(boxId, id, nonce)
    expect(await take(boxId, id, nonce)).toEqual(first)
    expect(await take(boxId, id, newNonce())).toEqual({ ok: false, refusal: 'right-taken-elsewhere' })
  })

  test('is refused to somebody who is not entitled, and to nobody in particular', async () => {
    const { boxId } = await anOpenBox(1)
    expect(await take(boxId, randomUUID(), newNonce())).toEqual({ ok: false, refusal: 'not-entitled' })
    const visitor: DatabaseActor = { room: 'public', id: null, associations: [] }
    expect(await boxes.take(visitor, boxId, newNonce())).toEqual({ ok: false, refusal: 'not-entitled' })
  })

  test('asked for twice at the same moment, by two browsers, is given to one of them', async () => {
    const { boxId, holders } = await anOpenBox(1)
    const results = await Promise.all([1, 2, 3].map(() => take(boxId, holders[0]?.id ?? '', newNonce())))
    expect(results.filter(result => result.ok)).toHaveLength(1)
    expect(await turnout(boxId)).toEqual({ entitled: 1, taken: 1, answered: 0 })
  })

  test('of one box is worth nothing in another', async () => {
    const one = await anOpenBox(1)
    const other = await anOpenBox(1)
    const right = await aRight(one.boxId, one.holders[0]?.id ?? '')
    expect(await boxes.handIn(other.boxId, right, 'yes')).toEqual({ ok: false, refusal: 'right-not-valid' })
  })

  test('cannot be made up', async () => {
    const { boxId } = await anOpenBox(1)
    for (const token of [
      '',
      'x',
      'a.b.c',
      `${newNonce().toString('base64url')}.${newNonce().toString('base64url')}.`,
    ]) {
      expect(await boxes.handIn(boxId, token, 'yes')).toEqual({ ok: false, refusal: 'right-not-valid' })
    }
  })
})

describe('an answer', () => {
  test('that is sent twice is there once, and a changed one replaces the first', async () => {
    const { boxId, holders } = await anOpenBox(2)
    const right = await aRight(boxId, holders[0]?.id ?? '')
    await boxes.handIn(boxId, right, { choice: 'no' })
    await Promise.all([
      boxes.handIn(boxId, right, { choice: 'yes' }),
      boxes.handIn(boxId, right, { choice: 'yes' }),
    ])
    expect(await turnout(boxId)).toEqual({ entitled: 2, taken: 1, answered: 1 })
    expect(await close(boxId)).toEqual([{ stratum: null, answer: { choice: 'yes' } }])
  })

  test('is refused after the close, and the turnout stays', async () => {
    const { boxId, holders } = await anOpenBox(1)
    const right = await aRight(boxId, holders[0]?.id ?? '')
    await boxes.handIn(boxId, right, 1)
    await close(boxId)
    expect(await boxes.handIn(boxId, right, 2)).toEqual({ ok: false, refusal: 'box-closed' })
    expect(await turnout(boxId)).toEqual({ entitled: 1, taken: 1, answered: 1 })
  })

  test('of many at the same moment: none is lost, and a bad right fails alone', async () => {
    const { boxId, holders } = await anOpenBox(300)
    const rights = await Promise.all(holders.map(one => aRight(boxId, one.id)))
    const results = await Promise.all([
      ...rights.map((right, index) => boxes.handIn(boxId, right, index)),
      boxes.handIn(boxId, 'no.right.', 'stuffed'),
    ])
    expect(results.filter(result => result.ok)).toHaveLength(300)
    const answers = (await close(boxId)).map(one => one.answer as number)
    expect(answers.toSorted((a, b) => a - b)).toEqual(holders.map((_, index) => index))
  })

  test('that arrives while the box is being closed is either counted or refused, never both', async () => {
    const { boxId, holders } = await anOpenBox(60)
    const rights = await Promise.all(holders.map(one => aRight(boxId, one.id)))
    const handedIn = rights.map((right, index) => boxes.handIn(boxId, right, index))
    const [answers, ...results] = await Promise.all([close(boxId), ...handedIn])
    const kept = results.flatMap((result, index) => (result.ok ? [index] : []))
    expect(answers.map(one => one.answer as number).toSorted((a, b) => a - b)).toEqual(kept)
  })
})

describe('a right that was lost', () => {
  const reissue = (boxId: string, holderId: string) =>
    test_.database.write(staff, trx => boxes.reissue(trx, boxId, holderId))

  test('is given anew to its holder, who then answers like the others', async () => {
    const { boxId, holders } = await anOpenBox(2)
    const [one, other] = holders.map(each => each.id)
    await aRight(boxId, one ?? '')
    const kept = await aRight(boxId, other ?? '')
    expect(await reissue(boxId, one ?? '')).toEqual({ ok: true, value: undefined })
    const fresh = await aRight(boxId, one ?? '')
    for (const right of [fresh, kept]) expect((await boxes.handIn(boxId, right, 'yes')).ok).toBe(true)
    expect(await turnout(boxId)).toEqual({ entitled: 2, taken: 2, answered: 2 })
  })

  test('never makes more answers than rights that were taken, whoever comes first', async () => {
    const { boxId, holders } = await anOpenBox(3)
    const [one, two] = holders.map(each => each.id)
    const lost = await aRight(boxId, one ?? '')
    await aRight(boxId, two ?? '')
    await boxes.handIn(boxId, lost, 'before it was lost')
    await reissue(boxId, one ?? '')
    // A changed answer takes no place, also when there is none left.
    expect(await boxes.handIn(boxId, lost, 'changed')).toEqual({ ok: true, value: undefined })
    const fresh = await aRight(boxId, one ?? '')
    expect((await boxes.handIn(boxId, fresh, 'again')).ok).toBe(true)
    expect(await turnout(boxId)).toEqual({ entitled: 3, taken: 2, answered: 2 })
    const three = await aRight(boxId, holders[2]?.id ?? '')
    expect((await boxes.handIn(boxId, three, 'mine')).ok).toBe(true)
    const { taken, answered } = await turnout(boxId)
    expect(answered).toBeLessThanOrEqual(taken)
  })

  test('leaves no room for its old answer and a new one when all others have answered', async () => {
    const { boxId, holders } = await anOpenBox(2)
    const [one, two] = holders.map(each => each.id)
    const lost = await aRight(boxId, one ?? '')
    const right = await aRight(boxId, two ?? '')
    await reissue(boxId, one ?? '')
    const fresh = await aRight(boxId, one ?? '')
    await boxes.handIn(boxId, right, 'mine')
    await boxes.handIn(boxId, fresh, 'new')
    expect(await boxes.handIn(boxId, lost, 'found again')).toEqual({ ok: false, refusal: 'rights-used-up' })
    expect((await close(boxId)).map(answer => answer.answer).toSorted()).toEqual(['mine', 'new'])
  })

  test('is not given anew when every right may have been used, was never taken, or the box is closed', async () => {
    const { boxId, holders } = await anOpenBox(2)
    const [one, two] = holders.map(each => each.id)
    const right = await aRight(boxId, one ?? '')
    expect(await reissue(boxId, two ?? '')).toEqual({ ok: false, refusal: 'right-not-taken' })
    expect(await reissue(boxId, randomUUID())).toEqual({ ok: false, refusal: 'not-entitled' })
    await boxes.handIn(boxId, right, 'yes')
    expect(await reissue(boxId, one ?? '')).toEqual({ ok: false, refusal: 'rights-used-up' })
    await close(boxId)
    expect(await reissue(boxId, one ?? '')).toEqual({ ok: false, refusal: 'box-closed' })
  })

  test('keeps the count right while two processes take in answers at the same moment', async () => {
    const { boxId, holders } = await anOpenBox(40)
    const elsewhere = answerBoxes(
      test_.database,
      'a secret of at least thirty-two characters',
      async () => {},
    )
    const rights = await Promise.all(holders.map(one => aRight(boxId, one.id)))
    const lost = holders.slice(0, 10)
    for (const one of lost) await reissue(boxId, one.id)
    const fresh = await Promise.all(lost.map(one => aRight(boxId, one.id)))
    // 50 rights are about, of which 40 were taken last.
    const results = await Promise.all(
      [...rights, ...fresh].map((right, index) =>
        (index % 2 ? boxes : elsewhere).handIn(boxId, right, index),
      ),
    )
    expect(results.filter(result => result.ok)).toHaveLength(40)
    expect(results.filter(result => !result.ok && result.refusal === 'rights-used-up')).toHaveLength(10)
    expect(await turnout(boxId)).toEqual({ entitled: 40, taken: 40, answered: 40 })
  })
})

describe('secrecy', () => {
  test.each(['anonymous.urn', 'anonymous.register'] as const)(
    'what lies in %s cannot be read by staff or visitors, only counted',
    async table => {
      const { boxId } = await anOpenBox(1)
      for (const actor of [staff, holder(randomUUID())]) {
        await expect(
          test_.database.read(actor, db =>
            db.selectFrom(table).selectAll().where('box_id', '=', boxId).execute(),
          ),
        ).rejects.toThrow('permission denied')
      }
    },
  )

  test('the room that takes answers in knows nobody', async () => {
    const intake: DatabaseActor = { room: 'ballot_box', id: null, associations: [] }
    await expect(
      test_.database.read(intake, db => db.selectFrom('anonymous.entitlement').selectAll().execute()),
    ).rejects.toThrow('permission denied')
  })
})
