import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProgram, type TestProgram } from '../../../tests/support/test-program.ts'
import { newNonce } from '../../platform/anonymous/right.ts'
import { aConference } from './builders.ts'
import type { VotingRule } from './rules/rounds/rule.ts'
import { ruleHash } from './rules/rounds/rule-hash.ts'

let program: TestProgram
beforeAll(async () => {
  program = await aProgram()
})
afterAll(() => program.close())

const shownHash = (html: string) => html.match(/name="shownHash" value="([0-9a-f]{64})"/)?.[1] ?? ''

describe('the console', () => {
  test('leads a round from opening to publishing', async () => {
    const { id, leader, experts, vote } = await aConference(program).withItems(3).withExperts(5).build()
    const round = `/conferences/${id}/rounds/1`
    const planned = await leader.get(`/conferences/${id}/lead`)
    expect(planned.text).toContain('Omröstning 1 av 1')
    expect(planned.text).toContain('Omröstning 1: alla förslag, med ja, nej eller avstår.')
    expect(planned.text).toContain('5 experter får rösta')

    const opened = await leader.post(`${round}/open`, { shownHash: shownHash(planned.html), minutes: '5' })
    expect(opened.status).toBe(303)
    for (const expert of experts.slice(0, 3)) await vote(expert, { 1: 'yes', 2: 'no' })
    const open = await leader.follow(opened)
    expect(open.text).toContain('3 av 5 har röstat')
    expect(open.text).toContain('3 av 5 har hämtat sin valsedel.')
    expect(open.text).toContain('Planerat slut klockan')
    expect(open.text).toContain('2 experter har inte röstat än')

    const closed = await leader.follow(await leader.post(`${round}/close`))
    expect(closed.text).toContain('3 av 5 röstade.')
    expect(closed.text).toContain('Visa det som går in')

    const published = await leader.follow(await leader.post(`${round}/publish`))
    expect(published.text).toContain('Alla omröstningar är publicerade')
  })

  test('without a round says what is missing and where to go', async () => {
    const { id, leader } = await aConference(program).withRules([]).build()
    const { text, html } = await leader.get(`/conferences/${id}/lead`)
    expect(text).toContain('Det finns ingen omröstning att leda ännu')
    expect(html).toContain(`href="/conferences/${id}/rounds"`)
  })

  test('never says who has voted or taken a ballot', async () => {
    const built = await aConference(program)
      .withExperts([{ name: 'Röstande Rut' }, { name: 'Väntande Vera' }])
      .open(1)
      .build()
    await built.vote(built.experts[0], { 1: 'yes' })
    const { text } = await built.leader.get(`/conferences/${built.id}/lead`)
    expect(text).toContain('1 av 2 har röstat')
    expect(text).not.toMatch(/Rut|Vera/)
  })

  test('says which group sitting belongs before the round', async () => {
    const { id, leader } = await aConference(program)
      .withRules([{ drop: 'none' }, { items: { keptFrom: [1] } }])
      .open(1)
      .close(1)
      .publish(1)
      .build()
    expect((await leader.get(`/conferences/${id}/lead`)).text).toContain(
      'Gruppindelning 2 är inte gjord ännu.',
    )
  })
})

describe('a round is not opened', () => {
  test('when its rule was changed since it was shown', async () => {
    const { id, leader } = await aConference(program).build()
    const answer = await leader.post(`/conferences/${id}/rounds/1/open`, { shownHash: '0'.repeat(64) })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Någon har ändrat regeln sedan sidan visades.')
  })

  test('twice, nor while another is open, nor before an earlier one is published', async () => {
    const { id, leader, rounds } = await aConference(program).withRules([{}, {}]).open(1).build()
    const open = (round: number, hash: string) =>
      leader.post(`/conferences/${id}/rounds/${round}/open`, { shownHash: hash })
    const [first] = await rounds()
    const hash = first && 'ruleHash' in first.round ? first.round.ruleHash : ''
    expect((await open(1, hash)).text).toContain('En annan omröstning pågår.')
    expect((await open(2, hash)).text).toContain('En annan omröstning pågår.')
    await leader.post(`/conferences/${id}/rounds/1/close`)
    expect((await open(1, hash)).text).toContain('Omröstningen är redan öppnad.')
    expect((await open(2, hash)).text).toContain('En tidigare omröstning är inte publicerad.')
  })

  test('without items, and the console says how to mend it', async () => {
    const { id, leader, rounds } = await aConference(program)
      .withRules([{ items: { list: [999] } }])
      .build()
    const shown = await leader.get(`/conferences/${id}/lead`)
    expect(shown.text).toContain('Regeln pekar inte ut något förslag')
    const [round] = await rounds()
    const answer = await leader.post(`/conferences/${id}/rounds/1/open`, {
      shownHash: round ? ruleHash(round.round.rule) : '',
    })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Regeln pekar inte ut något förslag.')
  })

  test('for a time that is no number of minutes, and the sentence says which are', async () => {
    const { id, leader } = await aConference(program).build()
    const { html } = await leader.get(`/conferences/${id}/lead`)
    for (const minutes of ['snart', '0', '9999', '-5']) {
      const answer = await leader.post(`/conferences/${id}/rounds/1/open`, {
        shownHash: shownHash(html),
        minutes,
      })
      expect(answer.status, minutes).toBe(422)
      expect(answer.text).toContain('Skriv antal minuter med siffror')
    }
  })
})

describe('a round is not closed', () => {
  test('when it is not open: two facilitators close at the same moment, and one is told', async () => {
    const { id, leader } = await aConference(program).open(1).build()
    const colleague = await program.as('process-leader')
    const close = `/conferences/${id}/rounds/1/close`
    const answers = await Promise.all([leader.post(close), colleague.post(close)])
    expect(answers.map(answer => answer.status).toSorted()).toEqual([303, 409])
    expect(answers.find(answer => answer.status === 409)?.text).toContain('Omröstningen är inte öppen.')
  })

  test('when its rule is not the one that was locked, and then every ballot is still there', async () => {
    const built = await aConference(program).withExperts(3).open(1).build()
    for (const expert of built.experts) await built.vote(expert, { 1: 'yes' })
    // As nobody can through the program: somebody with the database in hand.
    await built.write(trx =>
      trx
        .updateTable('conference.round')
        .set({ rule: JSON.stringify({ ...usual, accept: 'none' }) })
        .where('conference_id', '=', built.id)
        .execute(),
    )
    const answer = await built.leader.post(`/conferences/${built.id}/rounds/1/close`)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('alla röster finns kvar')
    expect(answer.text).toContain('3 av 3 har röstat')
  })
})

const usual = {
  round: 1,
  items: 'all',
  ballot: 'yes-no',
  accept: 'none',
  drop: 'none',
  shareOf: 'ballots',
  protocol: 'comprehensive',
}

describe('a result is not published', () => {
  test('before the close, nor twice', async () => {
    const { id, leader, close } = await aConference(program).open(1).build()
    const publish = () => leader.post(`/conferences/${id}/rounds/1/publish`)
    expect((await publish()).text).toContain('Det går bara när omröstningen är stängd')
    await close(1)
    expect((await publish()).status).toBe(303)
    const again = await publish()
    expect(again.status).toBe(409)
    expect(again.text).toContain('Det går bara när omröstningen är stängd')
  })
})

describe('a deviation from the rule', () => {
  const stricter = { accept: 'atLeast', atLeast: '90', drop: 'none', shareOf: 'ballots' }
  const closed = (rule: Partial<VotingRule> = {}) =>
    aConference(program)
      .withRules([rule])
      .withItems(3)
      .withExperts(5)
      .open(1)
      .voted(place => ({ 1: 'yes', 2: place < 3 ? 'yes' : 'no', 3: 'no' }))
      .close(1)
      .build()

  test('needs a reason, keeps what was chosen, and is then shown with the reason', async () => {
    const { id, leader } = await closed()
    const path = `/conferences/${id}/rounds/1/deviate`
    const without = await leader.post(path, { ...stricter, reason: ' ' })
    expect(without.status).toBe(422)
    expect(without.text).toContain('Skriv ett skäl.')
    expect(without.html).toContain('value="90"')
    expect((await leader.get(`/conferences/${id}/lead`)).text).toContain('Visa de 2 som går in')

    const deviated = await leader.follow(
      await leader.post(path, { ...stricter, reason: 'Lokalen måste utrymmas.' }),
    )
    expect(deviated.text).toContain('Lokalen måste utrymmas.')
    expect(deviated.text).toContain('Visa det som går in')
    await leader.post(`/conferences/${id}/rounds/1/publish`)
    const result = await leader.get(`/conferences/${id}/rounds/1`)
    expect(result.text).toContain('Lokalen måste utrymmas.')
    expect(result.text).toContain('Regeln som avgjorde')
  })

  test('cannot change what was voted on or how, whatever the form says', async () => {
    const { id, leader, rounds } = await closed()
    await leader.post(`/conferences/${id}/rounds/1/deviate`, {
      ...stricter,
      items: 'list',
      list: '1',
      ballot: 'rating-1-9',
      reason: 'Ett försök.',
    })
    const [stored] = await rounds()
    const round = stored?.round
    expect(round?.state === 'closed' && round.deviations[0]?.rule).toMatchObject({
      items: 'all',
      ballot: 'yes-no',
    })
  })

  test('is refused when it is the same rule', async () => {
    const { id, leader } = await closed({ accept: { top: 2 }, drop: 'none' })
    const answer = await leader.post(`/conferences/${id}/rounds/1/deviate`, {
      accept: 'top',
      top: '2',
      drop: 'none',
      shareOf: 'ballots',
      reason: 'Av misstag.',
    })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Det är samma regel som redan gäller.')
  })
})

describe('a lost ballot', () => {
  test('is given anew while the vote goes on, published as a deviation, and nobody is named', async () => {
    const built = await aConference(program).withExperts(3).open(1).build()
    const { id, leader, experts } = built
    const [lost] = experts
    const path = `/conferences/${id}/rounds/1/reissue`
    const form = await leader.get(path)
    expect(form.text).toContain('Fråga först om experten redan har röstat.')

    const refused = await leader.post(path, { expert: experts[1]?.id ?? '', reason: 'Ny telefon.' })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('har inte hämtat någon valsedel')

    await built.vote(experts[2], { 1: 'yes' })
    await takeRight(built, 0)
    const given = await leader.post(path, { expert: lost?.id ?? '', reason: 'Telefonen ramlade i sjön.' })
    expect(given.status).toBe(303)
    expect((await leader.follow(given)).text).toContain('Experten kan nu hämta en ny valsedel.')

    const rows = await built.write(trx =>
      trx.selectFrom('conference.deviation').selectAll().where('conference_id', '=', id).execute(),
    )
    expect(rows).toMatchObject([
      { round: 1, what: '1 ny valsedel lämnades ut', reason: 'Telefonen ramlade i sjön.' },
    ])
    expect(JSON.stringify(rows)).not.toContain(lost?.id)
  })

  test('asks who and why, and only while a vote goes on', async () => {
    const { id, leader, close } = await aConference(program).open(1).build()
    const path = `/conferences/${id}/rounds/1/reissue`
    const empty = await leader.post(path)
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Välj vem som behöver en ny valsedel.')
    expect(empty.text).toContain('Skriv kort vad som har hänt.')
    await close(1)
    expect((await leader.get(path)).status).toBe(404)
  })
})

/** The expert's browser takes a ballot and hands in nothing. */
async function takeRight(
  built: { openBox(): Promise<string>; experts: readonly { id: string }[] },
  place: number,
): Promise<void> {
  const { boxes } = program.program
  const holder = { room: 'public', id: built.experts[place]?.id ?? '', associations: [] } as const
  const taken = await boxes.take(holder, await built.openBox(), newNonce())
  expect(taken.ok).toBe(true)
}
