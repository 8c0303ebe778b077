import { qrMatrix } from '../../../platform/documents/qr.ts'
import type { Server } from '../../../platform/http/server.ts'
import { unitAddress } from '../rules/addresses.ts'
import { posterModel, posterTemplate } from '../schema/poster.ts'
import { Posters } from '../views/waves/Posters.tsx'
import type { SurveyRoutes } from './context.ts'
import { followedWave, notFound, waveParams } from './wave-access.ts'

const ofWave = { schema: { params: waveParams } }

/** A poster for each unit's open link, on a page that prints and as PDF. */
export function posterRoutes(app: Server, { publicUrl, typesetting }: SurveyRoutes): void {
  app.get('/surveys/:wave/posters', ofWave, async (request, reply) => {
    const found = await followedWave(request, request.params.wave)
    if (!found || found.wave.withCodes) return notFound(reply)
    const posters = found.units.map(unit => {
      const address = unitAddress(publicUrl, unit.link)
      return { unitId: unit.id, initiative: unit.initiative, address, matrix: qrMatrix(address) }
    })
    return reply.page(<Posters wave={found.wave} posters={posters} />)
  })

  app.get('/surveys/:wave/posters.pdf', ofWave, async (request, reply) => {
    const found = await followedWave(request, request.params.wave)
    if (!found || found.wave.withCodes) return notFound(reply)
    const model = posterModel(found.wave, found.units, publicUrl, request.language)
    const pdf = await typesetting.typeset(posterTemplate, model, request.now)
    return reply
      .type('application/pdf')
      .header('content-disposition', 'attachment; filename="posters.pdf"')
      .send(pdf)
  })
}
