import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProgram, type TestProgram, type Visitor } from '../../../tests/support/test-program.ts'
import { aConference } from './builders.ts'

let program: TestProgram
beforeAll(async () => {
  program = await aProgram()
})
afterAll(() => program.close())

/** Everybody who is not an expert of a conference. */
const outsiders = async (): Promise<Visitor[]> => [
  program.visitor(),
  await program.as('process-leader'),
  await program.as('secretary'),
  await program.as('other-manager'),
  await program.as('case-worker'),
]

describe('an invitation', () => {
  test('shows the conference when its link is opened, and is not used up by that', async () => {
    const { experts, name } = await aConference(program).withExperts(1).build()
    const scanner = program.visitor()
    for (let time = 0; time < 3; time++) {
      const page = await scanner.get(`/invitation/${experts[0]?.token}`)
      expect(page.status).toBe(200)
      expect(page.text).toContain(name)
      expect(page.text).toContain('Öppna min inbjudan')
    }
    expect(scanner.cookies.has('session')).toBe(false)
    expect((await scanner.get('/take-part')).status).toBe(403)
  })

  test('is opened once, and then lets its expert in on that phone', async () => {
    const { experts, name } = await aConference(program).withExperts(1).build()
    const link = `/invitation/${experts[0]?.token}`
    const phone = program.visitor()
    const opened = await phone.post(link)
    expect(opened.location).toBe('/take-part')
    expect((await phone.follow(opened)).text).toContain(name)

    const another = program.visitor()
    const again = await another.post(link)
    expect(again.status).toBe(404)
    expect(again.text).toContain('be den som bjöd in dig om en ny länk')
    expect((await another.get('/take-part')).status).toBe(403)
  })

  test('that was opened twice at the same moment lets one in', async () => {
    const { experts } = await aConference(program).withExperts(1).build()
    const link = `/invitation/${experts[0]?.token}`
    const answers = await Promise.all([program.visitor().post(link), program.visitor().post(link)])
    expect(answers.map(answer => answer.status).sort()).toEqual([303, 404])
  })

  test('that has been used leads on, on the phone where it was used', async () => {
    const { experts, enter } = await aConference(program).withExperts(1).build()
    const phone = await enter(experts[0])
    const page = await phone.get(`/invitation/${experts[0]?.token}`)
    expect(page.text).toContain('Till min konferens')
    expect(page.html).toContain('href="/take-part"')
  })

  test('does not open after its end', async () => {
    const { experts } = await aConference(program).withExperts(1).build()
    await program.test.database.write({ room: 'system', id: null, associations: [] }, trx =>
      trx
        .updateTable('conference.expert')
        .set({ link_ends_at: new Date(Date.now() - 1000) })
        .where('id', '=', experts[0]?.id ?? '')
        .execute(),
    )
    expect((await program.visitor().get(`/invitation/${experts[0]?.token}`)).status).toBe(404)
    expect((await program.visitor().post(`/invitation/${experts[0]?.token}`)).status).toBe(404)
  })

  test('that is right opens for a hundred phones behind one address, also after many wrong ones', async () => {
    const own = await aProgram()
    try {
      const { experts } = await aConference(own).withExperts(100).build()
      const wrong = await Promise.all(
        Array.from({ length: 60 }, (_, place) => own.visitor().get(`/invitation/wrong-${place}`)),
      )
      expect(wrong.filter(answer => answer.status === 404)).toHaveLength(30)
      const limited = wrong.filter(answer => answer.status === 429)
      expect(limited).toHaveLength(30)
      expect(limited[0]?.text).toContain('Vänta en minut')
      const right = await Promise.all(
        experts.map(expert => own.visitor().post(`/invitation/${expert.token}`)),
      )
      expect(right.every(answer => answer.status === 303)).toBe(true)
    } finally {
      await own.close()
    }
  })
})

describe('what an expert sees', () => {
  test('is closed to everybody who is not an expert of the conference', async () => {
    const paths = ['', '/items', '/group', '/vote', '/results/1', '/evaluation', '/events']
    for (const outsider of await outsiders()) {
      for (const path of paths) {
        const answer = await outsider.get(`/take-part${path}`)
        expect(answer.status, path).toBe(403)
        expect(answer.text).toContain('Den här sidan är för inbjudna experter')
      }
      for (const path of ['/answer', '/items', '/group', '/vote/right', '/evaluation/right']) {
        const answer = await outsider.post(`/take-part${path}`, {
          answer: 'accepted',
          box: '00000000-0000-4000-8000-000000000000',
          'mark-1': 'important',
        })
        expect(answer.status, path).toBe(403)
      }
    }
  })

  test('follows the conference from before the first vote to after the last', async () => {
    const built = await aConference(program)
      .withItems(2)
      .withExperts(5)
      .withRules([{ round: 1 }, { round: 2 }])
      .build()
    const expert = await built.enter(built.experts[0])
    const home = async () => (await expert.get('/take-part')).text
    expect(await home()).toContain('Konferensen har inte börjat Den börjar 12 maj 2026.')
    await built.open(1, new Date('2026-05-12T12:30:00Z'))
    expect(await home()).toContain('Omröstning 1 är öppen Den stänger ungefär 14:30.')
    for (const one of built.experts) await built.vote(one, { 1: 'yes', 2: 'no' })
    await built.close(1)
    expect(await home()).toContain('Omröstning 1 är stängd')
    expect(await home()).not.toContain('Resultatet av omröstning 1')
    await built.publish(1)
    expect(await home()).toContain('Samtal pågår')
    expect(await home()).toContain('Resultatet av omröstning 1')
    await built.open(2)
    await built.close(2)
    await built.publish(2)
    expect(await home()).toContain('Alla omröstningar är klara')
    await built.evaluate()
    expect(await home()).toContain('Vad tycker du om konferensen?')
  })

  test('is the expert’s own conference, and never another', async () => {
    const [mine, theirs] = [
      await aConference(program)
        .withItems([{ wording: 'Mitt förslag' }])
        .build(),
      await aConference(program)
        .withItems([{ wording: 'Deras hemliga förslag' }])
        .withExperts(5)
        .open(1)
        .build(),
    ]
    const expert = await mine.enter(mine.experts[0])
    for (const path of ['', '/items', '/group', '/vote']) {
      const { text } = await expert.get(`/take-part${path}`)
      expect(text).not.toContain('Deras hemliga förslag')
      expect(text).not.toContain(theirs.name)
    }
    expect((await expert.get('/take-part/vote')).text).toContain(
      'När en omröstning är öppen finns din valsedel här.',
    )
  })

  test('ends when the expert is taken off the conference', async () => {
    const built = await aConference(program).withExperts(2).build()
    const expert = await built.enter(built.experts[0])
    await built.write(trx =>
      trx
        .deleteFrom('conference.expert')
        .where('id', '=', built.experts[0]?.id ?? '')
        .execute(),
    )
    expect((await expert.get('/take-part')).status).toBe(403)
  })

  test('says yes or no to the invitation, and may change it', async () => {
    const built = await aConference(program).withExperts(2).build()
    const expert = await built.enter(built.experts[0])
    expect((await expert.get('/take-part')).text).toContain('Kommer du?')
    await expert.post('/take-part/answer', { answer: 'declined' })
    expect((await expert.get('/take-part')).text).toContain('Du har tackat nej.')
    await expert.post('/take-part/answer', { answer: 'accepted' })
    expect((await expert.get('/take-part')).text).toContain('Du har tackat ja.')
    expect((await expert.post('/take-part/answer', { answer: 'perhaps' })).status).toBe(400)
  })
})

describe('a page that answered a form', () => {
  test('leads back when its address is opened again, also in another language', async () => {
    const built = await aConference(program).withItems(2).withExperts(5).open(1).build()
    const expert = await built.enter(built.experts[0])
    const box = await built.openBox()
    for (const [address, home] of [
      [`/vote/${box}?lang=en`, '/take-part/vote'],
      [`/answer/${box}`, '/take-part/evaluation'],
      ['/take-part/vote/right', '/take-part/vote'],
      ['/take-part/evaluation/right', '/take-part/evaluation'],
      [`/take-part/group/arguments/${box}/remove`, '/take-part/group'],
      ['/take-part/answer', '/take-part'],
    ]) {
      const answer = await expert.get(address ?? '')
      expect([answer.status, answer.location], address).toEqual([303, home])
    }
    expect((await expert.get('/take-part/vote')).text).toContain('Your vote is secret')
  })
})

describe('preparing at home', () => {
  const aPrepared = async () => {
    const built = await aConference(program).withItems(3).withExperts(2).build()
    return { built, expert: await built.enter(built.experts[0]) }
  }

  test('keeps marks and notes, and shows those that are not marked', async () => {
    const { expert } = await aPrepared()
    const saved = await expert.post('/take-part/items?show=unmarked', {
      'mark-1': 'important',
      'note-1': 'Fråga om det här.',
      'mark-3': 'leave-out',
    })
    const page = await expert.follow(saved)
    expect(page.text).toContain('Sparat.')
    expect(page.text).toContain('Omarkerade (1)')
    expect(page.text).toContain('2. Förslagets lydelse 2')
    expect(page.text).not.toContain('1. Förslagets lydelse 1')
    const all = await expert.get('/take-part/items')
    expect(all.html).toMatch(/name="mark-1" value="important" checked/)
    expect(all.text).toContain('Fråga om det här.')
  })

  test('changes what was sent, and leaves the rest', async () => {
    const { expert } = await aPrepared()
    await expert.post('/take-part/items', { 'mark-1': 'important', 'note-1': 'Kvar' })
    await expert.post('/take-part/items', { 'mark-1': 'perhaps' })
    await expert.post('/take-part/items', { 'mark-2': 'nonsense', 'mark-999': 'important', 'note-x': 'y' })
    const page = await expert.get('/take-part/items')
    expect(page.html).toMatch(/name="mark-1" value="perhaps" checked/)
    expect(page.text).toContain('Kvar')
    expect(page.text).toContain('Omarkerade (2)')
  })

  test('refuses a note that is too long, and keeps everything typed', async () => {
    const { expert } = await aPrepared()
    const answer = await expert.post('/take-part/items', {
      'mark-2': 'important',
      'note-2': 'a'.repeat(2001),
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Anteckningen om Förslagets lydelse 2 är för lång.')
    expect(answer.html).toContain('a'.repeat(2001))
    expect(answer.html).toMatch(/name="mark-2" value="important" checked/)
  })

  test('is seen by nobody else: not by other experts, and not by those who lead', async () => {
    const { built, expert } = await aPrepared()
    await expert.post('/take-part/items', { 'mark-1': 'important', 'note-1': 'Min egen tanke' })
    const fellow = await built.enter(built.experts[1])
    const page = await fellow.get('/take-part/items')
    expect(page.text).not.toContain('Min egen tanke')
    expect(page.text).toContain('Omarkerade (3)')
    await expect(
      built.write(trx => trx.selectFrom('conference.preparation').select('note').execute()),
    ).rejects.toThrow('permission denied')
  })
})

describe('a group', () => {
  const seated = () =>
    aConference(program)
      .withItems(3)
      .withExperts(4)
      .seated([
        [
          [0, 1],
          [2, 3],
        ],
        [
          [0, 2],
          [1, 3],
        ],
      ])
  const argument = { item: 1, side: 'for', wording: 'Det går att mäta på alla orter.' }

  test('is shown to those who sit in it: before the first vote the first', async () => {
    const built = await seated().build()
    const expert = await built.enter(built.experts[0])
    const page = await expert.get('/take-part/group')
    expect(page.text).toMatch(/Samtal 1: grupp 1 .*Expert 1 \(du\).*Expert 2.*Dina nästa grupper.*Expert 3/)
    expect(page.text).not.toContain('Expert 4')
    expect((await expert.get('/take-part')).text).toContain('Samtal 1: du sitter i grupp 1.')
  })

  test('is the one that talks before the vote that comes', async () => {
    const built = await seated()
      .withRules([{ drop: 'none', accept: 'none' }, { items: { keptFrom: [1] } }])
      .open(1)
      .close(1)
      .build()
    const expert = await built.enter(built.experts[0])
    expect((await expert.get('/take-part')).text).toContain('Samtal 1: du sitter i grupp 1.')
    await built.publish(1)
    const page = await expert.get('/take-part/group')
    expect(page.text).toMatch(/Samtal 2: grupp 1 .*Expert 1 \(du\).*Expert 3.*Tidigare grupper.*Expert 2/)
    expect((await expert.get('/take-part')).text).toContain('Samtal 2: du sitter i grupp 1.')
    const noted = await expert.post('/take-part/group', argument)
    expect((await expert.follow(noted)).text).toContain('Det går att mäta på alla orter. (Grupp 1, samtal 2)')
  })

  test('notes arguments in its own name, which all experts read when they vote', async () => {
    const built = await seated().build()
    const expert = await built.enter(built.experts[0])
    const noted = await expert.post('/take-part/group', argument)
    expect((await expert.follow(noted)).text).toContain('Det går att mäta på alla orter. (Grupp 1, samtal 1)')
    await built.open(1)
    const other = await built.enter(built.experts[3])
    await other.get('/take-part/vote')
    await other.post('/take-part/vote/right', { box: await built.openBox() })
    expect((await other.get('/take-part/vote')).text).toContain(
      'Gruppernas argument (1) För Det går att mäta på alla orter. (Grupp 1, samtal 1)',
    )
  })

  test('does not keep who in it wrote the argument', async () => {
    const built = await seated().build()
    const expert = await built.enter(built.experts[0])
    await expert.post('/take-part/group', argument)
    const rows = await built.write(trx =>
      trx.selectFrom('conference.argument').selectAll().where('conference_id', '=', built.id).execute(),
    )
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(built.experts[0]?.id)
  })

  test('takes its own argument away, and not another group’s', async () => {
    const built = await seated().build()
    const expert = await built.enter(built.experts[0])
    const groupmate = await built.enter(built.experts[1])
    const stranger = await built.enter(built.experts[3])
    const foreigner = await (async () => {
      const elsewhere = await seated().build()
      return elsewhere.enter(elsewhere.experts[0])
    })()
    await expert.post('/take-part/group', argument)
    const [row] = await built.write(trx =>
      trx.selectFrom('conference.argument').select('id').where('conference_id', '=', built.id).execute(),
    )
    const remove = `/take-part/group/arguments/${row?.id}/remove`
    for (const other of [stranger, foreigner]) expect((await other.post(remove)).status).toBe(409)
    expect((await expert.get('/take-part/group')).text).toContain(argument.wording)
    expect((await groupmate.follow(await groupmate.post(remove))).text).toContain('Argumentet är borttaget.')
    expect((await groupmate.post(remove)).text).toContain('Argumentet var redan borttaget')
  })

  test('cannot argue where nobody sits, about what is not discussed, or without words', async () => {
    const built = await seated().withExperts(5).build()
    const unseated = await built.enter(built.experts[4])
    const refused = await unseated.post('/take-part/group', argument)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Du har ingen plats i en grupp')
    const expert = await built.enter(built.experts[0])
    const unknown = await expert.post('/take-part/group', { ...argument, item: 77 })
    expect(unknown.status).toBe(409)
    expect(unknown.text).toContain(argument.wording)
    const empty = await expert.post('/take-part/group', { wording: '  ' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Skriv argumentet.')
    expect(empty.text).toContain('Välj vilket förslag argumentet handlar om.')
  })
})

describe('a result', () => {
  test('is there when it is published, with k of n beside each percentage', async () => {
    const built = await aConference(program)
      .withItems(3)
      .withExperts(5)
      .open(1)
      .voted(place => ({ 1: place < 4 ? 'yes' : 'no', 2: place < 2 ? 'yes' : 'no', 3: 'no' }))
      .close(1)
      .build()
    const expert = await built.enter(built.experts[0])
    expect((await expert.get('/take-part/results/1')).status).toBe(404)
    await built.publish(1)
    const page = await expert.get('/take-part/results/1')
    expect(page.text).toContain('1 förslag går in, 0 diskuteras igen och 2 faller bort.')
    expect(page.text).toContain('5 av 5 experter röstade.')
    expect(page.text).toMatch(/1\. Förslagets lydelse 1 80\s%\s+4 av 5/)
    expect(page.text).toMatch(/Gräns för att gå in: 50\s%/)
    expect((await expert.get('/take-part/results/2')).status).toBe(404)
    expect((await expert.get('/take-part/results/x')).status).toBe(400)
  })
})

describe('the evaluation', () => {
  test('is answered by nobody in particular, once each, until it closes', async () => {
    const built = await aConference(program).withExperts(5).build()
    const expert = await built.enter(built.experts[0])
    expect((await expert.get('/take-part/evaluation')).text).toContain('Utvärderingen är inte öppen ännu')
    const box = await built.evaluate()
    expect((await expert.get('/take-part/evaluation')).text).toContain('Svaren är anonyma.')
    const form = await expert.follow(await expert.post('/take-part/evaluation/right', { box }))
    expect(form.text).toContain('Kunde du säga det du ville, och blev du hörd?')

    const wrong = await expert.post(`/answer/${box}`, { comment: ' ' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Svara på minst en fråga, eller skriv en kommentar.')
    const tooLong = await expert.post(`/answer/${box}`, { heard: 'fair', comment: 'x'.repeat(2001) })
    expect(tooLong.status).toBe(422)
    expect(tooLong.html).toMatch(/name="heard" value="fair" checked/)

    const handedIn = await expert.post(`/answer/${box}`, { heard: 'good', comment: 'Mer kaffe' })
    expect((await expert.follow(handedIn)).text).toMatch(/Tack! Dina svar är mottagna \d\d:\d\d\./)
    const turnout = await built.write(trx => program.program.boxes.turnout(trx, box))
    expect(turnout).toMatchObject({ entitled: 5, taken: 1, answered: 1 })
  })

  test('is refused without its right, with another’s, and in a ballot’s box', async () => {
    const built = await aConference(program).withItems(2).withExperts(5).open(1).build()
    const expert = await built.enter(built.experts[0])
    const voteBox = await built.openBox()
    await expert.get('/take-part/vote')
    await expert.post('/take-part/vote/right', { box: voteBox })
    const box = await built.evaluate()
    expect((await expert.post(`/answer/${box}`, { heard: 'good' })).status).toBe(403)
    expert.cookies.set(`right-${box}`, expert.cookies.get(`right-${voteBox}`) ?? '')
    expect((await expert.post(`/answer/${box}`, { heard: 'good' })).status).toBe(403)
    // An evaluation among ballots would stop the count.
    expect((await expert.post(`/answer/${voteBox}`, { heard: 'good' })).status).toBe(404)
    expect((await expert.post(`/vote/${box}`, { 'item-1': 'yes' })).status).toBe(404)
  })
})
