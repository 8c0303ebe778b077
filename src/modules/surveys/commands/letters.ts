import '../tables.ts'
import type { SheetBoxes } from '../../../platform/anonymous/sheets.ts'
import type { DatabaseActor } from '../../../platform/database/actor.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import { swedishDay } from '../../../platform/i18n/format.ts'
import type { JobPayload, Queue } from '../../../platform/jobs/jobs.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { codeLetter } from '../messages/code-letter.ts'
import { codeAddress } from '../rules/addresses.ts'
import { codeOf, letterQueue, reminderQueue } from './codes.ts'

const system: DatabaseActor = { room: 'system', id: null, associations: [] }

export interface LetterServices {
  readonly database: Database
  readonly sheets: SheetBoxes
  readonly mail: Mail
  readonly publicUrl: string
}

/** Letters with codes, after the commit. */
export const letterQueues = (services: LetterServices): Queue[] => [
  { name: letterQueue, work: payload => sendCode(services, payload) },
  { name: reminderQueue, work: payload => sendReminders(services, payload) },
]

const letters = (db: Reader) =>
  db
    .selectFrom('surveys.code')
    .innerJoin('surveys.unit', 'surveys.unit.id', 'surveys.code.unit_id')
    .innerJoin('surveys.wave', 'surveys.wave.id', 'surveys.unit.wave_id')
    .innerJoin('organisations.association', 'organisations.association.id', 'surveys.wave.association_id')
    .select([
      'surveys.code.id',
      'surveys.code.email',
      'surveys.wave.state',
      'opens_on as opensOn',
      'closes_on as closesOn',
      'organisations.association.name as association',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof letters>['execute']>>[number]

async function sendCode(services: LetterServices, { codeId }: JobPayload): Promise<void> {
  const { database } = services
  const row = await database.read(system, db =>
    letters(db).where('surveys.code.id', '=', String(codeId)).executeTakeFirst(),
  )
  // The wave was removed or closed meanwhile: there is nothing to answer any more.
  if (!row || row.state === 'closed') return
  await send(services, row, false)
  await database.write(system, trx =>
    trx
      .updateTable('surveys.code')
      .set({ sent_on: swedishDay(new Date()) })
      .where('id', '=', row.id)
      .execute(),
  )
}

/**
 * Who has not used the code is known here, while the letters go, and is written nowhere: so a job that was broken off
 * cannot go on where it was. When the very first letter does not leave, it is tried again; a later one that does not is
 * given up.
 */
async function sendReminders(services: LetterServices, { waveId }: JobPayload): Promise<void> {
  const { database, sheets } = services
  const isLeft = await sheets.left(String(waveId))
  if (!isLeft) return
  const rows = await database.read(system, db =>
    letters(db)
      .where('surveys.wave.id', '=', String(waveId))
      .where('email', 'is not', null)
      .orderBy('surveys.code.id')
      .execute(),
  )
  let isFirst = true
  for (const row of rows.filter(({ id }) => isLeft(id))) {
    const sent = send(services, row, true)
    if (isFirst) await sent
    else await sent.catch(() => {})
    isFirst = false
  }
}

async function send({ mail, sheets, publicUrl }: LetterServices, row: Row, again: boolean): Promise<void> {
  if (!mail.isSet) throw new Error('there is no mail server to send a code with')
  if (!row.email) return
  const code = codeOf(sheets, row.id)
  const letter = codeLetter({ ...row, code, address: codeAddress(publicUrl, code), again })
  await mail.send({ to: row.email, ...letter })
}
