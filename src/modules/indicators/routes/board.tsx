import type { Server } from '../../../platform/http/server.ts'
import { loadBoard } from '../queries/board.ts'
import { listedWaves } from '../queries/wave-report.ts'
import { Board } from '../views/board/Board.tsx'
import { chosen, chosenAssociation, notFound } from './staff.ts'

/** The page that a board reads: the core indicators of one association. */
export function boardRoutes(app: Server): void {
  app.get('/indicators', { schema: { querystring: chosen } }, async (request, reply) => {
    const found = await chosenAssociation(request, request.query.association)
    if (!found) return notFound(reply)
    const { group } = request.query
    const { id } = found.association
    const [board, waves] = await request.read(db =>
      Promise.all([loadBoard(db, id, group), listedWaves(db, id)]),
    )
    return reply.page(<Board board={board} waves={waves} group={group} {...found} />)
  })
}
