import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { type Answer, aProgram, type TestProgram, type Visitor } from '../../../tests/support/test-program.ts'
import { aConference, type BuiltConference } from './builders.ts'

let program: TestProgram
beforeAll(async () => {
  program = await aProgram()
})
afterAll(() => program.close())

const original = readFileSync(join(import.meta.dirname, '../../../demo/conference-2014/items.csv'), 'utf8')
const fileOf = (text: string, name = 'items.csv') => ({ name, bytes: Buffer.from(text) })
const none = () => aConference(program).withItems([]).withExperts(0).build()
const itemsOf = (conference: BuiltConference<Visitor>) => `/conferences/${conference.id}/items`

/** Sends what the preview carries along, as its button does. */
function confirm(leader: Visitor, path: string, preview: Answer) {
  const hidden = [...preview.html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  return leader.post(path, Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])))
}
async function importing(
  conference: BuiltConference<Visitor>,
  file: { name: string; bytes: Uint8Array },
  fields = {},
) {
  const path = `${itemsOf(conference)}/import`
  return confirm(conference.leader, path, await conference.leader.upload(path, 'file', file, fields))
}

describe('a file of items', () => {
  test('is shown by kind before anything is saved, and then saved whole', async () => {
    const conference = await none()
    const path = `${itemsOf(conference)}/import`
    const preview = await conference.leader.upload(path, 'file', fileOf(original))
    expect(preview.status).toBe(200)
    expect(preview.text).toMatch(/Process 97 \d+ Effekt 40 \d+ Summa 137 41/)
    expect((await conference.leader.get(itemsOf(conference))).text).toContain('Inga förslag ännu')

    const saved = await confirm(conference.leader, path, preview)
    const list = await conference.leader.follow(saved)
    expect(list.text).toContain('Förslagen är inlästa')
    expect(list.text).toContain('137 förslag')
    expect(list.text).toContain('Insatserna byggs kring deltagarens behov')
    expect(list.text).toContain('Förslag 2 ')
  })

  test('with three wrong rows of 137 imports nothing, and names each row and column', async () => {
    const conference = await none()
    const lines = original.trimEnd().split('\n')
    lines[9] = '9,prosess,,,,'
    lines[49] = 'fyrtionio,process,,,,'
    lines[120] = '1,effect,,,,'
    const path = `${itemsOf(conference)}/import`
    const answer = await conference.leader.upload(path, 'file', fileOf(lines.join('\n')))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('3 saker i filen behöver rättas')
    expect(answer.text).toContain('Inget är inläst')
    expect(answer.text).toContain('Rad 10, kolumnen ”kind”: ”prosess” är ingen typ')
    expect(answer.text).toContain('Rad 50, kolumnen ”item”: ”fyrtionio” är inget nummer')
    expect(answer.text).toContain('Rad 121, kolumnen ”item”: Nummer 1 finns redan på rad 2')
    expect((await conference.leader.get(itemsOf(conference))).text).toContain('Inga förslag ännu')
    // Nor by sending the confirmation that was never offered.
    const forced = await conference.leader.post(path, {
      kept: Buffer.from(lines.join('\n')).toString('base64'),
      name: 'items.csv',
      confirmed: 'yes',
    })
    expect(forced.status).toBe(422)
    expect((await conference.leader.get(itemsOf(conference))).text).toContain('Inga förslag ännu')
  })

  test('may come from Excel', async () => {
    const conference = await none()
    const bytes = await writeExcelFile([
      [{ value: 'Typ' }, { value: 'Lydelse' }],
      [{ value: 'effekt' }, { value: 'Fler går vidare till arbete' }],
    ]).toBuffer()
    const saved = await importing(conference, { name: 'förslag.xlsx', bytes })
    expect((await conference.leader.follow(saved)).text).toContain('Fler går vidare till arbete')
  })

  test('is asked for when none was chosen', async () => {
    const conference = await none()
    const answer = await conference.leader.upload(`${itemsOf(conference)}/import`, 'file', fileOf('', ''))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Välj en fil.')
  })

  test('can be the template that the page offers', async () => {
    const conference = await none()
    const template = await conference.leader.get(`${itemsOf(conference)}/template.csv`)
    expect(template.headers['content-disposition']).toContain('forslag.csv')
    const saved = await importing(conference, { name: 'forslag.csv', bytes: template.bytes })
    expect((await conference.leader.follow(saved)).text).toContain('Förslagen är inlästa')
  })

  test('replaces the items only while no round has opened', async () => {
    const conference = await aConference(program).withItems(3).withExperts(3).build()
    const file = fileOf('kind,label_sv\nprocess,Ett helt annat förslag\n')
    const replaced = await importing(conference, file, { mode: 'replace' })
    const list = await conference.leader.follow(replaced)
    expect(list.text).toContain('Ett helt annat förslag')
    expect(list.text).not.toContain('Förslagets lydelse 1')

    await conference.open(1)
    const late = await importing(conference, file, { mode: 'replace' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Förslagen kan inte bytas ut längre')
  })

  test('whose numbers are taken is refused, and adds nothing', async () => {
    const conference = await aConference(program).withItems(2).build()
    const answer = await importing(
      conference,
      fileOf('nummer,typ,lydelse\n9,process,Nytt nio\n2,process,Nytt två\n'),
    )
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Filen har nummer som redan finns')
    expect((await conference.leader.get(itemsOf(conference))).text).not.toContain('Nytt nio')
  })
})

describe('the list of items', () => {
  test('is searched, filtered and sorted', async () => {
    const conference = await aConference(program)
      .withItems([
        { wording: 'Östra vägen in', kind: 'process' },
        { wording: 'Alla får en plan', kind: 'effect' },
      ])
      .build()
    const get = (query: string) => conference.leader.get(`${itemsOf(conference)}?${query}`)
    expect((await get('search=PLAN')).text).toContain('1 av 2 förslag visas')
    expect((await get('kind=process')).text).not.toContain('Alla får en plan')
    const sorted = (await get('sort=wording')).text
    expect(sorted.indexOf('Alla får')).toBeLessThan(sorted.indexOf('Östra vägen'))
    expect((await get('sort=nonsense&search=zzz')).text).toContain('Inget förslag stämmer')
  })
})

describe('an item', () => {
  test('is written by hand, and the same wording twice is refused', async () => {
    const conference = await aConference(program).withItems(1).build()
    const path = `${itemsOf(conference)}/new`
    const fields = { kind: 'process', wordingSv: 'Någon håller ihop', perspective: 'participant' }
    expect((await conference.leader.follow(await conference.leader.post(path, fields))).text).toContain(
      'Någon håller ihop',
    )
    const again = await conference.leader.post(path, { ...fields, wordingSv: ' någon HÅLLER  ihop ' })
    expect(again.status).toBe(409)
    expect(again.text).toContain('har redan den lydelsen')
    const empty = await conference.leader.post(path, { wordingSv: '', explanation: 'Det här är kvar' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Skriv lydelsen på svenska.')
    expect(empty.text).toContain('Välj en typ.')
    expect(empty.html).toContain('Det här är kvar')
  })

  test('keeps its lineage when it is reworded, and the rewording can be undone', async () => {
    const conference = await aConference(program).withItems(2).build()
    const list = itemsOf(conference)
    const { leader } = conference
    const reworded = await leader.post(`${list}/1/reword`, { kind: 'process', wordingSv: 'Tydligare sagt' })
    const after = await leader.follow(reworded)
    expect(after.text).toContain('Förslaget är omformulerat')
    expect(after.text).toContain('Omformulerat från 1')
    expect(after.text).toContain('Ersatta förslag')
    expect((await leader.get(`${list}/1`)).text).toContain('Har blivit 3. Tydligare sagt')
    expect((await leader.post(`${list}/1/reword`, { kind: 'process', wordingSv: 'Igen' })).text).toContain(
      'redan ersatt',
    )

    const undone = await leader.follow(await leader.post(`${list}/3/undo`))
    expect(undone.text).toContain('Ändringen är ångrad')
    expect(undone.text).toContain('Förslagets lydelse 1')
    expect(undone.text).not.toContain('Ersatta förslag')
  })

  test('that says nothing new is not reworded', async () => {
    const conference = await aConference(program)
      .withItems([{ wording: 'Som förr', perspective: '' }])
      .build()
    const answer = await conference.leader.post(`${itemsOf(conference)}/1/reword`, {
      kind: 'process',
      wordingSv: 'Som  förr ',
    })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Inget är ändrat')
  })

  test('is split into parts, a line each', async () => {
    const conference = await aConference(program).withItems(1).build()
    const path = `${itemsOf(conference)}/1/split`
    expect((await conference.leader.post(path, { parts: 'Bara en' })).text).toContain('Skriv minst två delar')
    const twice = await conference.leader.post(path, { parts: 'Samma\nsamma' })
    expect(twice.status).toBe(409)
    expect(twice.text).toContain('Två delar har samma lydelse')
    const split = await conference.leader.follow(
      await conference.leader.post(path, { parts: 'Första delen\r\nAndra delen\r\n' }),
    )
    expect(split.text).toContain('Första delen')
    expect(split.text).toContain('Delat ur 1')
  })

  test('is merged with others that are chosen in the list', async () => {
    const conference = await aConference(program)
      .withItems([{ kind: 'process' }, { kind: 'process' }, { kind: 'effect' }])
      .build()
    const list = itemsOf(conference)
    const { leader } = conference
    expect((await leader.get(`${list}/merge?items=1`)).text).toContain('Välj minst två förslag')
    const form = await leader.get(`${list}/merge?items=1&items=2`)
    expect(form.text).toContain('Det här slås ihop')
    const merged = await leader.follow(
      await leader.post(`${list}/merge`, { items: '1 2', kind: 'process', wordingSv: 'Båda i ett' }),
    )
    expect(merged.text).toContain('Förslagen är sammanslagna')
    expect(merged.text).toContain('Sammanslaget av 1 , 2')
    expect(merged.text).toContain('2 förslag')
    const again = await leader.post(`${list}/merge`, { items: '1 3', kind: 'process', wordingSv: 'Nej' })
    expect(again.status).toBe(409)
    expect(again.text).toContain('redan ersatt')
  })

  test('is not touched while it is voted on, and is not removed or undone after', async () => {
    const conference = await aConference(program).withItems(3).withExperts(3).open(1).build()
    const list = itemsOf(conference)
    const { leader } = conference
    const reworded = await leader.post(`${list}/1/reword`, { kind: 'process', wordingSv: 'Mitt i rösten' })
    expect(reworded.status).toBe(409)
    expect(reworded.text).toContain('röstas om just nu')
    const removed = await leader.post(`${list}/1/remove`)
    expect(removed.status).toBe(409)
    expect(removed.text).toContain('någon har röstat om det')
  })

  test('that was kept and then merged or reworded is voted on again as what it became', async () => {
    const conference = await aConference(program)
      .withItems(4)
      .withExperts(3)
      .withRules([
        { accept: { top: 1 }, drop: 'none' },
        { items: { keptFrom: [1] }, drop: 'rest' },
      ])
      .open(1)
      .voted(() => ({ 1: 'yes' }))
      .close(1)
      .publish(1)
      .build()
    const list = itemsOf(conference)
    await conference.leader.post(`${list}/merge`, { items: '2 3', kind: 'process', wordingSv: 'Två och tre' })
    await conference.leader.post(`${list}/4/reword`, { kind: 'effect', wordingSv: 'Fyra på nytt' })
    await conference.open(2)
    const second = (await conference.rounds()).find(one => one.number === 2)
    expect(second?.items.map(({ item }) => item)).toEqual([5, 6])
  })

  test('is removed while nothing stands on it', async () => {
    const conference = await aConference(program).withItems(2).build()
    const { leader } = conference
    const list = await leader.follow(await leader.post(`${itemsOf(conference)}/2/remove`))
    expect(list.text).toContain('Förslaget är borttaget')
    expect(list.text).not.toContain('Förslagets lydelse 2')
    expect((await leader.get(`${itemsOf(conference)}/2`)).status).toBe(404)
  })

  test('gets a number of its own also when two are written at the same moment', async () => {
    const conference = await aConference(program).withItems(1).build()
    const add = (wordingSv: string) =>
      conference.leader.post(`${itemsOf(conference)}/new`, { kind: 'effect', wordingSv })
    const answers = await Promise.all(Array.from({ length: 6 }, (_, at) => add(`Samtidigt ${at}`)))
    expect(answers.map(answer => answer.status)).toEqual(Array(6).fill(303))
    expect((await conference.leader.get(itemsOf(conference))).text).toContain('7 förslag')
  })
})
