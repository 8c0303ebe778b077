import type { DatabaseActor } from '../database/actor.ts'

/** Who takes in what comes from nobody in particular: a room that knows no one. */
export const intake: DatabaseActor = { room: 'ballot_box', id: null, associations: [] }
