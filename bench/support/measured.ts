import { join } from 'node:path'
import { findRunning } from '../../src/platform/database/embedded/running.ts'
import { asked, inTurns } from '../../tests/support/hall.ts'
import { type ProgramProcess, startProgram } from '../../tests/support/program-process.ts'
import { type Site, siteOf } from './http-connection.ts'
import type { Place } from './place.ts'

/** A program that is measured, and how to look at it from outside. */
export interface Measured {
  readonly program: ProgramProcess
  readonly site: Site
  /** Its database, as the one who runs it. */
  readonly adminUrl: string
}

/** @param profileFolder where Node writes down what the time went to */
export async function startMeasured(place: Place, profileFolder: string | undefined): Promise<Measured> {
  const program = await startProgram({
    MELLANRUM_DEMO: 'yes',
    ...place.settings,
    ...(profileFolder && { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profileFolder}` }),
  })
  const { MELLANRUM_DATA: folder = '', DATABASE_URL: given } = place.settings
  const adminUrl = given ?? findRunning(join(folder, 'postgresql')) ?? ''
  return { program, site: siteOf(program.address), adminUrl }
}

/**
 * Colleagues of those who lead, each with a session.
 * @returns their cookies
 */
export async function hireStaff({ program, adminUrl }: Measured, count: number): Promise<string[]> {
  const hired = await asked<{ id: string }>(
    adminUrl,
    `insert into identity.account (id, role, associations, persona)
     select gen_random_uuid(), 'board-secretary', associations, 'Skärm'
     from identity.account, generate_series(1, $1)
     where role = 'process-leader' returning id`,
    [count],
  )
  return inTurns(hired, async ({ id }) => {
    const answer = await fetch(`${program.address}/log-in`, {
      method: 'POST',
      headers: { origin: program.address },
      body: new URLSearchParams({ persona: id }),
      redirect: 'manual',
    })
    return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  })
}
