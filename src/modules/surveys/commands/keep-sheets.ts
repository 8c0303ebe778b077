import '../tables.ts'
import { sql } from 'kysely'
import type { Sheet } from '../../../platform/anonymous/sheets.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { addAnswers, addResponses } from '../../indicators/index.ts'
import { waveChanged } from '../events.ts'
import { waveForms } from '../queries/wave-forms.ts'
import { countSheets } from '../rules/count-sheets.ts'
import type { FilledSheet, Written } from '../rules/sheet.ts'

interface KeptSheet extends FilledSheet {
  readonly waveId: string
  /** Hexadecimal. */
  readonly key: string
  readonly unitId: string
}

/**
 * Keeps sheets and counts them, in the room that knows nobody. A sheet that came before under the same key is replaced,
 * and its answers are taken out of what is counted. The waves are open until the end of the transaction.
 */
export function sheetKeeper(): (trx: Transaction, sheets: readonly Sheet[]) => Promise<void> {
  const readForms = waveForms()
  return (trx, sheets) => keepSheets(trx, sheets, readForms)
}

async function keepSheets(
  trx: Transaction,
  sheets: readonly Sheet[],
  readForms: ReturnType<typeof waveForms>,
): Promise<void> {
  const kept = sheets.map(readSheet).toSorted((one, other) => (one.key < other.key ? -1 : 1))
  const [forms, isNew] = await Promise.all([
    readForms(trx, [...new Set(kept.map(sheet => sheet.waveId))]),
    insertNew(trx, kept),
  ])
  const again = kept.filter(sheet => !isNew.has(sheet.key))
  const before = again.length > 0 ? await replace(trx, again) : new Map<string, Written>()
  const { answers, responses } = countSheets(
    forms,
    kept.map(sheet => ({ ...sheet, before: before.get(sheet.key) })),
  )
  const waveIds = new Set(kept.map(sheet => sheet.waveId))
  await Promise.all([
    addAnswers(trx, answers),
    addResponses(trx, responses),
    ...[...waveIds].map(waveId => waveChanged(trx, waveId)),
  ])
}

function readSheet({ boxId, key, stratum, answer }: Sheet): KeptSheet {
  if (stratum === null) throw new Error('a sheet is of a unit')
  return { ...(answer as FilledSheet), waveId: boxId, key: key.toString('hex'), unitId: stratum }
}

const rowsOf = (sheets: readonly KeptSheet[]) => sql`jsonb_to_recordset(${JSON.stringify(sheets)}::jsonb)
  as given ("waveId" uuid, key text, "unitId" uuid, how text, language text, answers jsonb)`

/** In the order of their keys, which is no order. @returns the keys of those that were not there */
async function insertNew(trx: Transaction, sheets: readonly KeptSheet[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    insert into surveys.sheet (wave_id, key, unit_id, how, language, answers)
    select "waveId", decode(key, 'hex'), "unitId", how, language, answers from ${rowsOf(sheets)}
    on conflict (wave_id, key) do nothing
    returning encode(key, 'hex') as key`.execute(trx)
  return new Set(rows.map(row => row.key))
}

/** @returns what was written on them before, by key */
async function replace(
  trx: Transaction,
  sheets: readonly KeptSheet[],
): Promise<ReadonlyMap<string, Written>> {
  const { rows } = await sql<{ key: string; before: Written }>`
    select encode(key, 'hex') as key, answers as before from surveys.sheet
    where (wave_id, encode(key, 'hex')) in (select "waveId", key from ${rowsOf(sheets)})
    order by sheet.key for update`.execute(trx)
  await sql`
    update surveys.sheet set how = given.how, language = given.language, answers = given.answers
    from ${rowsOf(sheets)}
    where sheet.wave_id = given."waveId" and sheet.key = decode(given.key, 'hex')`.execute(trx)
  return new Map(rows.map(row => [row.key, row.before]))
}
