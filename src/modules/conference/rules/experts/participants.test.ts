import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countParticipants, type Participant } from './participants.ts'

const anExpert = (role: string, votedIn: number[] = [], association = 'Norra'): Participant => ({
  role,
  association,
  invited: true,
  answered: null,
  votedIn: new Set(votedIn),
})
const many = (count: number, role: string, votedIn: number[] = []) =>
  Array.from({ length: count }, () => anExpert(role, votedIn))

describe('who took part', () => {
  test('is counted by group, round by round, with those who left', () => {
    const { roles, tookPart } = countParticipants(
      [...many(5, 'Chef', [1, 2]), ...many(1, 'Chef', [1]), ...many(5, 'Deltagare', [2])],
      [1, 2],
    )
    expect(tookPart).toBe(11)
    expect(roles).toEqual([
      {
        groups: ['Chef'],
        invited: 6,
        tookPart: 6,
        voted: [
          { round: 1, experts: 6 },
          { round: 2, experts: 5 },
        ],
        left: 1,
      },
      {
        groups: ['Deltagare'],
        invited: 5,
        tookPart: 5,
        voted: [
          { round: 1, experts: 0 },
          { round: 2, experts: 5 },
        ],
        left: 0,
      },
    ])
  })

  test('a lonely politician is not pointed out, but counted with the smallest group that hides him', () => {
    const { roles } = countParticipants(
      [...many(1, 'Politiker'), ...many(7, 'Chef', [1]), ...many(9, 'Deltagare', [1])],
      [1],
    )
    expect(roles.map(role => role.groups)).toEqual([['Deltagare'], ['Chef', 'Politiker']])
    expect(roles[1]).toMatchObject({ invited: 8, tookPart: 7 })
  })

  test('no group of fewer than five stands alone, unless all are fewer than five', () => {
    const experts = fc.array(
      fc.record({
        role: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        votedIn: fc.array(fc.constantFrom(1, 2, 3)),
      }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(experts, list => {
        const all = list.map(({ role, votedIn }) => anExpert(role, votedIn))
        const counted = countParticipants(all, [1, 2, 3])
        for (const group of counted.roles)
          expect(group.invited).toBeGreaterThanOrEqual(Math.min(5, all.length))
        expect(counted.roles.reduce((sum, group) => sum + group.invited, 0)).toBe(all.length)
        for (const { round, experts: voted } of counted.rounds) {
          const byGroup = counted.roles.map(
            group => group.voted.find(one => one.round === round)?.experts ?? 0,
          )
          expect(byGroup.reduce((sum, count) => sum + count, 0)).toBe(voted)
        }
      }),
    )
  })
})
