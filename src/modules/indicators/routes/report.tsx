import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { toCsv } from '../../../platform/documents/csv.ts'
import { toPdf } from '../../../platform/documents/pdf.ts'
import type { Server } from '../../../platform/http/server.ts'
import { reportMessages } from '../messages/report.ts'
import { resultTable, wordWaveReport } from '../messages/report-document.ts'
import { mayRead, mayReadResults, requirePermission } from '../policy.ts'
import { loadWaveReport, type WaveReport } from '../queries/wave-report.ts'
import { Report } from '../views/report/Report.tsx'
import type { IndicatorRoutes } from './context.ts'
import { notFound } from './staff.ts'

const params = z.object({ wave: z.uuid() })
const schema = { params }
const at = '/indicators/waves/:wave/report'

const officeFiles = [
  { format: 'docx', media: 'wordprocessingml.document' },
  { format: 'xlsx', media: 'spreadsheetml.sheet' },
] as const

/** The report of a wave and its files, for those who read the association's results. */
export function reportRoutes(app: Server, { typesetting }: IndicatorRoutes): void {
  app.get(at, { schema }, async (request, reply) => {
    const report = await find(request, request.params.wave)
    return report ? reply.page(<Report report={report} />) : notFound(reply)
  })

  app.get(`${at}.pdf`, { schema }, async (request, reply) => {
    const report = await find(request, request.params.wave)
    if (!report) return notFound(reply)
    const pdf = await toPdf(typesetting, wordWaveReport(report, request.language), request.now)
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${fileName(request, report)}.pdf"`)
      .send(pdf)
  })

  for (const { format, media } of officeFiles) {
    app.get(`${at}.${format}`, { schema }, async (request, reply) => {
      const report = await find(request, request.params.wave)
      if (!report) return notFound(reply)
      return reply
        .type(`application/vnd.openxmlformats-officedocument.${media}`)
        .header('content-disposition', `attachment; filename="${fileName(request, report)}.${format}"`)
        .send(await typesetting.pack(format, wordWaveReport(report, request.language)))
    })
  }

  app.get(`${at}.csv`, { schema }, async (request, reply) => {
    const report = await find(request, request.params.wave)
    if (!report) return notFound(reply)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${fileName(request, report)}.csv"`)
      .send(toCsv(request.language, resultTable(report, request.language)))
  })
}

async function find(request: FastifyRequest, wave: string): Promise<WaveReport | undefined> {
  requirePermission(mayReadResults(request.actor))
  const report = await request.read(db => loadWaveReport(db, wave))
  return report && mayRead(request.actor, report.association.id) ? report : undefined
}

const fileName = ({ language }: FastifyRequest, { association, measurement }: WaveReport): string =>
  reportMessages[language].fileName(association.slug, measurement.respondents, measurement.period)
