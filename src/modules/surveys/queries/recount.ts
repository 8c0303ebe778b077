import '../tables.ts'
import type { DatabaseActor } from '../../../platform/database/actor.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Reader } from '../../../platform/database/tables.ts'
import { keptCounts } from '../../indicators/index.ts'
import { type Counted, type CountedForm, type CountedSheet, countSheets } from '../rules/count-sheets.ts'
import { type Difference, differences, mergeCounted } from '../rules/recount.ts'
import { waveForms } from './wave-forms.ts'

const system: DatabaseActor = { room: 'system', id: null, associations: [] }
const sheetsAtOnce = 5000

export interface Recounted {
  readonly waves: number
  readonly sheets: number
  readonly differences: readonly Difference[]
}

/**
 * Counts all sheets of all waves anew, and compares with what was counted as they came. Each wave is read at one instant,
 * so it may be done at any time, also while sheets come in.
 * @param done told after each wave: how many there are, and how many are done
 */
export async function recount(
  database: Database,
  done: (waves: number, of: number) => void,
): Promise<Recounted> {
  const waves = await database.read(system, db =>
    db.selectFrom('surveys.wave').select('id').where('state', '<>', 'planned').orderBy('id').execute(),
  )
  const readForms = waveForms()
  let sheets = 0
  const found: Difference[] = []
  for (const [place, { id }] of waves.entries()) {
    const { counted, read, kept } = await database.snapshot(system, async db => {
      const form = (await readForms(db, [id])).get(id)
      if (!form) throw new Error('a wave has no questionnaire')
      return { ...(await countWave(db, form)), kept: await keptCounts(db, id) }
    })
    sheets += read
    found.push(...differences(counted, kept))
    done(place + 1, waves.length)
  }
  return { waves: waves.length, sheets, differences: found }
}

async function countWave(db: Reader, form: CountedForm): Promise<{ counted: Counted; read: number }> {
  let counted: Counted = { answers: [], responses: [] }
  let read = 0
  for (let after: Buffer = Buffer.alloc(0); ; ) {
    const rows = await db
      .selectFrom('surveys.sheet')
      .select(['key', 'unit_id', 'answers'])
      .where('wave_id', '=', form.waveId)
      .where('key', '>', after)
      .orderBy('key')
      .limit(sheetsAtOnce)
      .execute()
    const sheets = rows.map(
      (row): CountedSheet => ({
        waveId: form.waveId,
        unitId: row.unit_id,
        answers: row.answers,
        before: undefined,
      }),
    )
    counted = mergeCounted(counted, countSheets(new Map([[form.waveId, form]]), sheets))
    read += rows.length
    const last = rows.at(-1)
    if (!last || rows.length < sheetsAtOnce) return { counted, read }
    after = last.key
  }
}
