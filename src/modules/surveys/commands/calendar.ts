import '../tables.ts'
import type { SheetBoxes } from '../../../platform/anonymous/sheets.ts'
import type { DatabaseActor } from '../../../platform/database/actor.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { swedishDay } from '../../../platform/i18n/format.ts'
import { enqueue, type Queue } from '../../../platform/jobs/jobs.ts'
import { type Actor, actorOf } from '../../identity/index.ts'
import { due } from '../rules/wave.ts'
import { closeWave, openWave } from './waves.ts'

const system: DatabaseActor = { room: 'system', id: null, associations: [] }
const calendarQueue = 'surveys.waves-by-date'

/** Opens and closes waves by themselves: each hour, so that a program that slept over midnight catches up. */
export const calendarQueues = (services: {
  readonly database: Database
  readonly sheets: SheetBoxes
}): Queue[] => [
  {
    name: calendarQueue,
    every: '2 * * * *',
    work: () => keepCalendar(services.database, services.sheets, new Date()),
  },
]

/** Asks for a look at the calendar as soon as the program works on jobs. */
export const keepCalendarSoon = (trx: Transaction): Promise<void> => enqueue(trx, calendarQueue, {})

/**
 * Opens the waves whose first day has come, and closes those whose last day is over, each in a transaction of its own:
 * one that cannot be opened, because the group was measured already or nobody is asked, waits for a person.
 */
export async function keepCalendar(database: Database, sheets: SheetBoxes, now: Date): Promise<void> {
  const today = swedishDay(now)
  const waves = await database.read(system, db =>
    db
      .selectFrom('surveys.wave')
      .select(['id', 'association_id', 'state', 'opens_on as opensOn', 'closes_on as closesOn'])
      .where('state', '<>', 'closed')
      .execute(),
  )
  for (const wave of waves) {
    const actor = calendarOf(wave.association_id, now)
    const input = { waveId: wave.id, today }
    const what = due(wave, today)
    if (what === 'open') await database.write(actor, trx => openWave(trx, actor, sheets, input))
    if (what === 'close') await database.write(actor, trx => closeWave(trx, actor, sheets, input))
  }
}

/** The calendar acts in the name of no account, for one association at a time. */
const calendarOf = (associationId: string, now: Date): Actor => ({
  ...actorOf(
    { kind: 'account', id: '', scope: { role: 'process-leader', name: '', associations: [associationId] } },
    now,
  ),
  id: null,
})
