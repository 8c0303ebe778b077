import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProgram, type TestProgram, type Visitor } from '../../../tests/support/test-program.ts'
import { aConference, type BuiltConference } from './builders.ts'
import { countFrom } from './queries/rounds.ts'

let program: TestProgram
beforeAll(async () => {
  program = await aProgram()
})
afterAll(() => program.close())

const fetchBallot = async (expert: Visitor, box: string) => {
  await expert.get('/take-part/vote')
  return expert.post('/take-part/vote/right', { box })
}

describe('an expert', () => {
  test('opens the invitation, fetches a ballot, hands it in and reads when it was received', async () => {
    const built = await aConference(program).withItems(3).withExperts(2).open(1).build()
    const expert = await built.enter(built.experts[0])
    const box = await built.openBox()
    expect((await expert.get('/take-part')).text).toContain('Omröstning 1 är öppen')

    const start = await expert.get('/take-part/vote')
    expect(start.text).toContain('Din röst är hemlig')
    const fetched = await expert.post('/take-part/vote/right', { box })
    const ballot = await expert.follow(fetched)
    expect(ballot.text).toContain('Förslagets lydelse 3')

    const handedIn = await expert.post(`/vote/${box}`, { 'item-1': 'yes', 'item-2': 'no', 'item-3': 'abstain' })
    expect(handedIn.status).toBe(303)
    expect((await expert.follow(handedIn)).text).toMatch(/Din röst är mottagen \d\d:\d\d\. Du kan ändra den tills/)
  })
})
