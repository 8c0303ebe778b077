import '../tables.ts'
import { sql } from 'kysely'
import type { DatabaseActor } from '../../../platform/database/actor.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Questionnaire } from '../rules/questionnaire.ts'

/** What is asked under one link. */
export interface Asked {
  readonly waveId: string
  readonly unitId: string
  readonly link: string
  readonly state: 'open' | 'closed'
  /** Date without time, `YYYY-MM-DD`. */
  readonly closesOn: string
  readonly withCodes: boolean
  readonly association: string
  readonly initiative: string | null
  readonly form: Questionnaire
}

const nobody: DatabaseActor = { room: 'public', id: null, associations: [] }
/** More links than are open at once in one country. */
const linksRemembered = 2000

/** Finds what is asked without knowing who answers. A wave that has not opened yet is not there. */
export interface AskedFinder {
  /** As it is now. */
  find(link: string): Promise<Asked | undefined>
  /** What answers are checked with: an open wave's questionnaire is locked, and its box says when it is closed. */
  remembered(link: string): Promise<Asked | undefined>
  /** The code with this hash (SHA-256), and the link that it leads to. */
  codeOf(hash: Buffer): Promise<{ readonly id: string; readonly link: string } | undefined>
}

export function askedFinder(database: Database): AskedFinder {
  const known = new Map<string, Asked>()

  async function find(link: string): Promise<Asked | undefined> {
    const [row] = await database.ask(nobody, db =>
      db
        .selectFrom('surveys.unit as unit')
        .innerJoin('surveys.wave as wave', 'wave.id', 'unit.wave_id')
        .innerJoin('surveys.questionnaire as questionnaire', 'questionnaire.id', 'wave.questionnaire_id')
        .innerJoin('organisations.association as association', 'association.id', 'wave.association_id')
        .leftJoin('organisations.initiative as initiative', 'initiative.id', 'unit.initiative_id')
        .select(['wave.id as waveId', 'unit.id as unitId', 'unit.link', 'wave.state'])
        .select(['wave.closes_on as closesOn', 'wave.with_codes as withCodes', 'questionnaire.form'])
        .select(['association.name as association', 'initiative.name as initiative'])
        .where('unit.link', '=', link),
    )
    if (row?.state !== 'open' && row?.state !== 'closed') return undefined
    const asked: Asked = { ...row, state: row.state }
    if (asked.state === 'open') known.set(link, asked)
    else known.delete(link)
    const oldest = known.keys().next().value
    if (known.size > linksRemembered && oldest !== undefined) known.delete(oldest)
    return asked
  }

  return {
    find,
    remembered: async link => known.get(link) ?? find(link),
    codeOf: hash =>
      database.read(nobody, async db => {
        const { rows } = await sql<{ id: string; link: string }>`
          select code.id, unit.link from surveys.code_of(${hash}) as code
          join surveys.unit on unit.id = code.unit_id`.execute(db)
        return rows[0]
      }),
  }
}
