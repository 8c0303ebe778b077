import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { DatabaseActor } from '../../../platform/database/actor.ts'
import { toCsv } from '../../../platform/documents/csv.ts'
import type { Document } from '../../../platform/documents/document.ts'
import { toPdf } from '../../../platform/documents/pdf.ts'
import { type Entered, type FieldErrors, readForm } from '../../../platform/http/form.ts'
import type { Server } from '../../../platform/http/server.ts'
import { noteDeviation } from '../commands/deviations.ts'
import { answerAccord, publishReport } from '../commands/report.ts'
import { accord } from '../messages/accord.ts'
import { accordKnown, answeredItems } from '../messages/accord-known.ts'
import { readingDocument, tableNamed, tablesDocument, wordReport } from '../messages/report-document.ts'
import { reportPage } from '../messages/report-page.ts'
import { wordingOf } from '../messages/report-parts.ts'
import { loadReport, type Report as ReportFacts } from '../queries/report.ts'
import { protocolEntries } from '../rules/after/report.ts'
import { accordForm, correctionForm, publishForm } from '../schema/after/report-form.ts'
import { Accord } from '../views/after/Accord.tsx'
import { Report, type ReportModel } from '../views/after/Report.tsx'
import type { ConferenceRoutes } from './context.ts'
import { conferenceParams, followed, led, notFound, type StaffConference } from './staff.ts'

const tableParams = conferenceParams.extend({ table: z.string().max(60) })
const anybody: DatabaseActor = { room: 'public', id: null, associations: [] }

const officeFiles = [
  { format: 'docx', media: 'wordprocessingml.document', documentOf: readingDocument },
  { format: 'xlsx', media: 'spreadsheetml.sheet', documentOf: tablesDocument },
] as const

/** What has been typed and could not be taken, and why. */
interface Attempt {
  readonly errors?: FieldErrors
  readonly entered?: Entered
  readonly refusal?: keyof (typeof reportPage)['sv']['refusal']
}

/** The report and its files: for the staff of the conference, and for everybody once it is published. */
export function reportRoutes(app: Server, { database, typesetting }: ConferenceRoutes): void {
  const at = '/conferences/:conference'
  const params = { schema: { params: conferenceParams } }

  /** The report, and whether it is read by its own staff. Others read as somebody whom nobody knows. */
  async function find(
    request: FastifyRequest,
    id: string,
  ): Promise<{ report: ReportFacts; staff: StaffConference | undefined } | undefined> {
    const staff = await followed(request, id)
    const report = staff
      ? await request.read(db => loadReport(db, id))
      : await database.read(anybody, db => loadReport(db, id))
    return report && { report, staff }
  }

  async function show(request: FastifyRequest, reply: FastifyReply, id: string, attempt: Attempt = {}) {
    const found = await find(request, id)
    if (!found) return notFound(reply)
    return reply.page(<Report {...modelOf(request, found.report, found.staff, attempt)} />)
  }

  app.get(`${at}/report`, params, (request, reply) => show(request, reply, request.params.conference))

  /** Files that have been made, by what they are made of: a report that many open is set once. */
  const files = remembered(20)

  app.get(`${at}/report.pdf`, params, async (request, reply) => {
    const found = await find(request, request.params.conference)
    if (!found) return notFound(reply)
    const worded = wordReport(found.report, request.language)
    const document = readingDocument(worded)
    const madeAt = found.report.conference.publishedAt ?? request.now
    const pdf = await files('pdf', document, () => toPdf(typesetting, document, madeAt))
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${worded.fileName}.pdf"`)
      .send(pdf)
  })

  for (const { format, media, documentOf } of officeFiles) {
    app.get(`${at}/report.${format}`, params, async (request, reply) => {
      const found = await find(request, request.params.conference)
      if (!found) return notFound(reply)
      const worded = wordReport(found.report, request.language)
      const document = documentOf(worded)
      return reply
        .type(`application/vnd.openxmlformats-officedocument.${media}`)
        .header('content-disposition', `attachment; filename="${worded.fileName}.${format}"`)
        .send(await files(format, document, () => typesetting.pack(format, document)))
    })
  }

  app.get(`${at}/report/tables/:table.csv`, { schema: { params: tableParams } }, async (request, reply) => {
    const found = await find(request, request.params.conference)
    if (!found) return notFound(reply)
    const worded = wordReport(found.report, request.language)
    const table = tableNamed(worded, request.params.table)
    if (!table) return notFound(reply)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${worded.tableFileName(table.name)}.csv"`)
      .send(toCsv(request.language, table))
  })

  app.post(`${at}/publish`, params, async (request, reply) => {
    const { conference } = await led(request, request.params.conference)
    const form = readForm(publishForm, request.body, reportPage[request.language].error)
    if (!form.ok) return show(request, reply.code(422), conference.id, { errors: form.errors })
    const input = { conferenceId: conference.id }
    const result = await request.write(trx => publishReport(trx, request.actor, input))
    if (!result.ok) return show(request, reply.code(409), conference.id, { refusal: result.refusal })
    return reply.redirect(`/conferences/${conference.id}/report`, 303)
  })

  app.post(`${at}/report/corrections`, params, async (request, reply) => {
    const { conference } = await led(request, request.params.conference)
    if (!conference.publishedAt)
      return show(request, reply.code(409), conference.id, { refusal: 'not-published' })
    const form = readForm(correctionForm, request.body, reportPage[request.language].error)
    if (!form.ok) return show(request, reply.code(422), conference.id, form)
    await request.write(trx => noteDeviation(trx, request.actor, conference.id, form.value))
    return reply.redirect(`/conferences/${conference.id}/report#corrections`, 303)
  })

  async function showAccord(
    request: FastifyRequest,
    reply: FastifyReply,
    { conference, mayLead }: StaffConference,
    attempt: Attempt = {},
  ) {
    const report = await request.read(db => loadReport(db, conference.id))
    if (!report) return notFound(reply)
    const wording = wordingOf(report, request.language)
    return reply.page(
      <Accord
        conference={conference}
        mayLead={mayLead}
        known={accordKnown(wording)}
        answered={answeredItems(wording)}
        entered={attempt.entered ?? report.accord}
        errors={attempt.errors ?? {}}
      />,
    )
  }

  app.get(`${at}/accord`, params, async (request, reply) => {
    const found = await followed(request, request.params.conference)
    return found ? showAccord(request, reply, found) : notFound(reply)
  })

  app.post(`${at}/accord`, params, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const sentences = { 'too-long': accord[request.language].tooLong }
    const form = readForm(accordForm, request.body, sentences)
    if (!form.ok) return showAccord(request, reply.code(422), found, form)
    const input = { conferenceId: found.conference.id, answers: form.value }
    await request.write(trx => answerAccord(trx, request.actor, input))
    return reply.redirect(`/conferences/${found.conference.id}/accord`, 303)
  })
}

function modelOf(
  request: FastifyRequest,
  report: ReportFacts,
  staff: StaffConference | undefined,
  { errors = {}, entered = {}, refusal }: Attempt,
): ReportModel {
  return {
    conference: report.conference,
    report: wordReport(report, request.language),
    figures: {
      items: report.items.filter(item => item.derived === null).length,
      comprehensive: protocolEntries(report.rounds, 'comprehensive').length,
      core: protocolEntries(report.rounds, 'core').length,
      voters: report.participants.tookPart,
    },
    staff: staff && {
      mayLead: staff.mayLead,
      unfinished: report.unfinished.map(one => one.round),
      evaluationOpen: report.evaluation?.state === 'open',
      argumentCount: report.arguments.length,
      commentCount: report.evaluation?.comments.length ?? 0,
      errors,
      entered,
      refusal,
    },
  }
}

/** Keeps the latest files by their content, so that the same document is made once, also when many ask at once. */
function remembered(most: number) {
  const made = new Map<string, Promise<Buffer>>()
  return (kind: string, document: Document, make: () => Promise<Buffer>): Promise<Buffer> => {
    const key = `${kind} ${createHash('sha256').update(JSON.stringify(document)).digest('hex')}`
    const known = made.get(key)
    if (known !== undefined) return known
    const making = make()
    made.set(key, making)
    making.catch(() => made.delete(key))
    const oldest = made.keys().next().value
    if (made.size > most && oldest !== undefined) made.delete(oldest)
    return making
  }
}
