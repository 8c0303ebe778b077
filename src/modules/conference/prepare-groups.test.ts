import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProgram, type TestProgram, type Visitor } from '../../../tests/support/test-program.ts'
import { openBackground } from '../../platform/background/background.ts'
import { aConference, type BuiltConference } from './builders.ts'
import { drawFrom, lotsFor, seatDrawn } from './commands/groups.ts'
import { loadGroups } from './queries/groups.ts'
import { makeGroups } from './rules/groups/draw.ts'

let program: TestProgram
beforeAll(async () => {
  program = await aProgram()
})
afterAll(() => program.close())

const groupsOf = (conference: BuiltConference<Visitor>) => `/conferences/${conference.id}/groups`
const seated = (conference: BuiltConference<Visitor>) =>
  conference.write(async trx => (await loadGroups(trx, conference.id)).sittings)
const wish = { groups: '3', sittings: '3', seed: '2014' }

describe('groups', () => {
  test('are drawn for all sittings, with figures beside the bound', async () => {
    const conference = await aConference(program).withExperts(12).build()
    const { leader } = conference
    expect((await leader.get(groupsOf(conference))).text).toContain('Inga grupper ännu')
    const page = await leader.follow(await leader.post(groupsOf(conference), wish))
    expect(page.text).toContain('Grupperna är indelade')
    expect(page.text).toMatch(/Upprepade möten \d+ Minst \d+ går inte att undvika/)
    expect(page.text).toContain('dragna med fröet 2014.')
    const sittings = await seated(conference)
    expect(sittings.map(groups => groups.map(group => group.length))).toEqual(Array(3).fill([4, 4, 4]))
    for (const groups of sittings) expect(new Set(groups.flat()).size).toBe(12)
  })

  test('are the same for the same seed, and others for a new one', async () => {
    // Twelve, who fill three groups evenly, can be seated in so few good ways that two draws may be alike.
    const conference = await aConference(program).withExperts(17).build()
    const { leader } = conference
    await leader.post(groupsOf(conference), wish)
    const first = await seated(conference)
    await leader.post(groupsOf(conference), { ...wish, seed: '' })
    expect(await seated(conference)).not.toEqual(first)
    await leader.post(groupsOf(conference), wish)
    expect(await seated(conference)).toEqual(first)
  })

  test('are drawn while everybody else is answered', async () => {
    const conference = await aConference(program).withExperts(60).build()
    const { leader } = conference
    const began = performance.now()
    let drawn = false
    const drawing = leader
      .post(groupsOf(conference), { groups: '8', sittings: '5', seed: '1' })
      .then(answer => {
        drawn = true
        return answer
      })
    const waits: number[] = []
    while (!drawn) {
      const asked = performance.now()
      expect((await program.visitor().get('/health')).status).toBe(200)
      waits.push(performance.now() - asked)
    }
    expect((await drawing).status).toBe(303)
    const lasted = performance.now() - began
    // A program that draws by itself answers a few before and one after, and that one waits for nearly all the time.
    expect(waits.length).toBeGreaterThan(20)
    expect(Math.max(...waits)).toBeLessThan(lasted / 2)
  })

  test('are those that the seed gives also without a thread', async () => {
    const conference = await aConference(program).withExperts(12).build()
    await conference.leader.post(groupsOf(conference), wish)
    const { experts } = conference
    const made = makeGroups({ experts, groups: 3, sittings: 3, seed: 2014 })
    expect(made.ok && made.value.sittings).toEqual(await seated(conference))
  })

  test('are not seated when an expert changed while they were drawn', async () => {
    const conference = await aConference(program).withExperts(6).build()
    const actor = conference.actor()
    const lots = await conference.write(trx =>
      lotsFor(trx, actor, conference.id, { groups: 2, sittings: 1, homeGroups: true, seed: undefined }),
    )
    if (!lots.ok) throw new Error(lots.refusal)
    const drawn = makeGroups(lots.value)
    if (!drawn.ok) throw new Error(drawn.refusal)
    const seat = () => conference.write(trx => seatDrawn(trx, actor, conference.id, lots.value, drawn.value))
    const [first] = conference.experts
    await conference.leader.post(`/conferences/${conference.id}/experts/${first?.id}`, {
      name: 'Har bytt roll',
      association: first?.association ?? '',
      role: 'participant',
    })
    expect(await seat()).toEqual({ ok: false, refusal: 'changed-while-drawn' })
    expect(await seated(conference)).toEqual([])
    await conference.leader.post(`/conferences/${conference.id}/experts/${first?.id}`, {
      name: 'Har bytt tillbaka',
      association: first?.association ?? '',
      role: first?.role ?? '',
    })
    expect(await seat()).toMatchObject({ ok: true })
    expect(await seated(conference)).toEqual(drawn.value.sittings)
  })

  test('that take too long, or that too many ask for, are refused by name', async () => {
    const lots = {
      experts: Array.from({ length: 60 }, (_, at) => ({ id: `${at}`, association: `${at % 3}`, role: 'r' })),
      groups: 8,
      sittings: 5,
      seed: 1,
    }
    const background = openBackground({ timeoutMilliseconds: 1, mostWaiting: 0 })
    const answers = await Promise.all([drawFrom(background, lots), drawFrom(background, lots)])
    await background.close()
    expect(answers).toEqual([
      { ok: false, refusal: 'drawing-took-too-long' },
      { ok: false, refusal: 'too-many-drawings' },
    ])
  })

  test('can begin at home: one group for each association', async () => {
    const conference = await aConference(program).withExperts(9).build()
    const { leader } = conference
    const page = await leader.follow(await leader.post(groupsOf(conference), { ...wish, homeGroups: 'yes' }))
    expect(page.text).toContain('Samtal 1: hemgrupper')
    const associationOf = new Map(conference.experts.map(one => [one.id, one.association]))
    const [home = []] = await seated(conference)
    for (const group of home) expect(new Set(group.map(id => associationOf.get(id))).size).toBe(1)
  })

  test('leave out whoever has declined', async () => {
    const conference = await aConference(program).withExperts(6).build()
    const { leader } = conference
    const [absent] = conference.experts
    await leader.post(`/conferences/${conference.id}/experts/${absent?.id}`, {
      name: 'Kan inte',
      association: 'Norra Västmanland',
      role: 'manager',
      answered: 'declined',
    })
    const page = await leader.follow(await leader.post(groupsOf(conference), { ...wish, groups: '2' }))
    expect(page.text).toContain('1 expert har tackat nej och är inte med')
    expect((await seated(conference)).flat(2)).not.toContain(absent?.id)
  })

  test('are moved by hand, and the figures are counted again', async () => {
    const conference = await aConference(program).withExperts(6).build()
    const { leader } = conference
    await leader.post(groupsOf(conference), { groups: '2', sittings: '1', seed: '1' })
    const [[one = [], two = []] = []] = await seated(conference)
    const [mover = ''] = one
    const moved = await leader.post(`${groupsOf(conference)}/move`, {
      expert: mover,
      sitting: '1',
      group: '2',
    })
    expect((await leader.follow(moved)).text).toContain('Experten är flyttad')
    const [[, after = []] = []] = await seated(conference)
    expect(after.toSorted()).toEqual([...two, mover].toSorted())

    const again = await leader.post(`${groupsOf(conference)}/move`, {
      expert: mover,
      sitting: '1',
      group: '2',
    })
    expect(again.status).toBe(409)
    expect(again.text).toContain('sitter redan i den gruppen')
    const nobody = await leader.post(`${groupsOf(conference)}/move`, { expert: '', sitting: '1', group: '' })
    expect(nobody.status).toBe(422)
    expect(nobody.text).toContain('Välj vem som ska flyttas.')
    expect(nobody.html).toContain('href="#expert-1"')
  })

  test('are not drawn anew when a group has noted arguments: the notes are theirs', async () => {
    const conference = await aConference(program).withExperts(6).build()
    const { leader } = conference
    await leader.post(groupsOf(conference), { groups: '2', sittings: '1' })
    await conference.write(trx =>
      trx
        .insertInto('conference.argument')
        .values({
          conference_id: conference.id,
          item: 1,
          sitting: 1,
          group_number: 1,
          side: 'for',
          wording: 'Det märks i vardagen',
        })
        .execute(),
    )
    const before = await seated(conference)
    const answer = await leader.post(groupsOf(conference), { groups: '3', sittings: '2' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Grupper har antecknat argument')
    expect(await seated(conference)).toEqual(before)
  })

  test('that cannot be made are refused in words', async () => {
    const conference = await aConference(program).withExperts(3).build()
    const tooMany = await conference.leader.post(groupsOf(conference), { groups: '4', sittings: '1' })
    expect(tooMany.status).toBe(409)
    expect(tooMany.text).toContain('Det är fler grupper än experter')
    const wrong = await conference.leader.post(groupsOf(conference), { groups: 'x', sittings: '99' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Skriv hur många grupper')
    expect(wrong.text).toContain('från 1 till 30')
  })

  test('are printed as lists, and as a sign for each group', async () => {
    const conference = await aConference(program).withExperts(6).build()
    await conference.leader.post(groupsOf(conference), { groups: '2', sittings: '2' })
    const page = await conference.leader.get(`${groupsOf(conference)}/print`)
    expect(page.html.match(/sheet-sign/g)?.length).toBe(4)
    expect(page.text).toContain('Expert 6')
  })
})
