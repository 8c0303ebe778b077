import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { BoxRefusal } from '../../../platform/anonymous/refusal.ts'
import { newNonce } from '../../../platform/anonymous/right.ts'
import type { SheetBoxes } from '../../../platform/anonymous/sheets.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Server } from '../../../platform/http/server.ts'
import { languageFor, respondentLanguages } from '../messages/answer-language.ts'
import { type Asked, type AskedFinder, askedFinder } from '../queries/answering.ts'
import { firstProblem, secondsUntilClosed, takeStep } from '../rules/answer-steps.ts'
import { sheetProblems } from '../rules/sheet.ts'
import { type PostedAnswers, readAnswers } from '../schema/answer-form.ts'
import { AnswerNotice, type Notice } from '../views/answer/AnswerNotice.tsx'
import { AnswerPage, type AnswerPageModel } from '../views/answer/AnswerPage.tsx'
import { AnswerStart } from '../views/answer/AnswerStart.tsx'
import { AnswerThanks } from '../views/answer/AnswerThanks.tsx'
import { answerCodeRoutes } from './answer-code.tsx'

export interface AnswerRoutes {
  readonly database: Database
  readonly sheets: SheetBoxes
}

/** Two hundred questions, each with the longest text, in an alphabet that takes nine bytes a sign, are more than anybody writes. */
const largestSheetBytes = 512 * 1024

/** On a phone of one's own, or on a tablet that the next person takes over. */
interface Mode {
  readonly isTablet: boolean
  readonly suffix: '' | '/surfplatta'
}
const modes: readonly Mode[] = [
  { isTablet: false, suffix: '' },
  { isTablet: true, suffix: '/surfplatta' },
]

const linkSchema = z.object({ link: z.string().max(40) })
const languageSchema = z.object({ sprak: z.string().max(40).optional().catch(undefined) })

/**
 * How somebody answers. No page here looks up whose session it is; what is answered travels in the page itself, and
 * nothing of it is kept before it is handed in.
 */
export function answerRoutes(app: Server, { database, sheets }: AnswerRoutes): void {
  const finder = askedFinder(database)
  answerCodeRoutes(app, { finder, sheets })
  for (const mode of modes) answerPages(app, finder, sheets, mode)
}

function answerPages(app: Server, finder: AskedFinder, sheets: SheetBoxes, mode: Mode): void {
  const { isTablet, suffix } = mode
  const homeOf = ({ link }: { link: string }) => `/svara/${link}${suffix}`
  const rightName = (asked: Asked) => `${isTablet ? 'tablet' : 'right'}-${asked.unitId}`

  /** The right in this browser, where it is one of this wave. */
  async function validRight(request: FastifyRequest, asked: Asked): Promise<string | undefined> {
    const right = request.kept(rightName(asked))
    return right && (await sheets.check(asked.waveId, right)).ok ? right : undefined
  }

  app.get(
    `/svara/:link${suffix}`,
    { config: { anonymous: true }, schema: { params: linkSchema, querystring: languageSchema } },
    async (request, reply) => {
      const asked = await finder.find(request.params.link)
      if (asked?.state !== 'open') return notice(request, reply, asked ? 'closed' : 'unknown')
      // A tablet that shows its first page knows nothing of who was there before.
      if (isTablet) reply.forget(rightName(asked))
      const language = languageOf(request, asked)
      const isKnown = !isTablet && (await validRight(request, asked)) !== undefined
      if (asked.withCodes && !isKnown) return notice(request, reply, 'needed')
      return reply.page(
        <AnswerStart
          asked={asked}
          language={language}
          home={homeOf(asked)}
          isAgain={isKnown && request.kept(`received-${asked.unitId}`) !== undefined}
        />,
      )
    },
  )

  app.post(
    `/svara/:link${suffix}`,
    { config: { anonymous: true }, schema: { params: linkSchema } },
    async (request, reply) => {
      const asked = await finder.find(request.params.link)
      if (asked?.state !== 'open') return notice(request, reply, asked ? 'closed' : 'unknown')
      const posted = readAnswers(asked.form, request.body)
      const known = isTablet ? undefined : await validRight(request, asked)
      if (!known) {
        if (asked.withCodes) return notice(request, reply, 'needed')
        const right = await sheets.takeFreely(asked.waveId, newNonce(), asked.unitId)
        if (!right.ok) return refuse(request, reply, asked, right.refusal)
        reply.keep(rightName(asked), right.value, secondsUntilClosed(asked.closesOn, request.now))
      }
      return reply.redirect(`${homeOf(asked)}/fragor?sprak=${chosen(asked, posted.language)}`, 303)
    },
  )

  app.get(
    `/svara/:link${suffix}/fragor`,
    { config: { anonymous: true }, schema: { params: linkSchema, querystring: languageSchema } },
    async (request, reply) => {
      const asked = await finder.find(request.params.link)
      if (asked?.state !== 'open') return notice(request, reply, asked ? 'closed' : 'unknown')
      const right = await validRight(request, asked)
      if (!right) return reply.redirect(homeOf(asked), 303)
      return reply.page(
        <AnswerPage
          asked={asked}
          language={languageOf(request, asked)}
          home={homeOf(asked)}
          isTablet={isTablet}
          visit={visitOf(right)}
          place={{ view: 'one', at: 0, reviewed: false }}
          written={{}}
          problems={[]}
        />,
      )
    },
  )

  app.post(
    `/svara/:link${suffix}/fragor`,
    { config: { anonymous: true }, schema: { params: linkSchema }, bodyLimit: largestSheetBytes },
    async (request, reply) => {
      const asked = await finder.remembered(request.params.link)
      if (asked?.state !== 'open') return notice(request, reply, asked ? 'closed' : 'unknown')
      const posted = readAnswers(asked.form, request.body)
      const right = request.kept(rightName(asked))
      if (!right || posted.visit !== visitOf(right)) return refuse(request, reply, asked, 'right-missing')
      if (posted.go === 'hand-in') return handIn(request, reply, asked, right, posted)
      const { written, problems, ...place } = takeStep(asked.form, posted.place, posted.go, posted.written)
      if (problems.length > 0) reply.code(422)
      return reply.page(
        <AnswerPage {...shared(asked, posted)} place={place} written={written} problems={problems} />,
      )
    },
  )

  app.get(
    `/svara/:link${suffix}/tack`,
    { config: { anonymous: true }, schema: { params: linkSchema, querystring: languageSchema } },
    async (request, reply) => {
      const asked = await finder.find(request.params.link)
      if (!asked) return notice(request, reply, 'unknown')
      if (isTablet) reply.forget(rightName(asked))
      return reply.page(
        <AnswerThanks
          asked={asked}
          language={languageOf(request, asked)}
          home={homeOf(asked)}
          isTablet={isTablet}
        />,
      )
    },
  )

  async function handIn(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Asked,
    right: string,
    posted: PostedAnswers,
  ) {
    const problems = sheetProblems(asked.form, posted.written)
    if (problems.length > 0) {
      reply.code(422)
      if (wantsJson(request)) return reply.send({ error: 'answers-wrong' })
      const place = firstProblem(asked.form, posted.place, problems)
      return reply.page(
        <AnswerPage {...shared(asked, posted)} place={place} written={posted.written} problems={problems} />,
      )
    }
    const language = chosen(asked, posted.language)
    const handedIn = await sheets.handIn(asked.waveId, right, {
      how: isTablet ? 'tablet' : 'phone',
      language,
      answers: posted.written,
    })
    if (!handedIn.ok) return refuse(request, reply, asked, handedIn.refusal)
    if (isTablet) reply.forget(rightName(asked))
    else reply.keep(`received-${asked.unitId}`, 'yes', secondsUntilClosed(asked.closesOn, request.now))
    if (wantsJson(request)) return reply.send({ status: 'received' })
    return reply.redirect(`${homeOf(asked)}/tack?sprak=${language}`, 303)
  }

  function refuse(request: FastifyRequest, reply: FastifyReply, asked: Asked, refusal: Refusal) {
    const isClosed = refusal === 'box-closed'
    reply.code(isClosed ? 409 : 403)
    if (wantsJson(request)) return reply.send({ error: refusal })
    return reply.page(
      <AnswerNotice
        notice={isClosed ? 'closed' : 'lost'}
        language={languageOf(request, asked)}
        home={homeOf(asked)}
      />,
    )
  }

  const shared = (
    asked: Asked,
    posted: PostedAnswers,
  ): Omit<AnswerPageModel, 'place' | 'written' | 'problems'> => ({
    asked,
    language: chosen(asked, posted.language),
    home: homeOf(asked),
    isTablet,
    visit: posted.visit,
  })
}

type Refusal = BoxRefusal | 'right-missing'

/** A page is taken in only from the browser that it was given to, and before somebody else has begun there. */
const visitOf = (right: string): string =>
  createHash('sha256').update('visit').update(right).digest('base64url').slice(0, 16)

const chosen = (asked: Asked, language: string): string =>
  languageFor(asked.form.languages, language, undefined)

const languageOf = (request: FastifyRequest, asked: Asked): string =>
  languageFor(asked.form.languages, askedLanguage(request), request.headers['accept-language'])

const askedLanguage = (request: FastifyRequest): string | undefined =>
  languageSchema.catch({}).parse(request.query).sprak

const wantsJson = (request: FastifyRequest): boolean =>
  request.headers.accept?.includes('application/json') ?? false

const statusOf: Readonly<Record<Notice, number>> = { unknown: 404, closed: 410, needed: 403, lost: 403 }

function notice(request: FastifyRequest, reply: FastifyReply, which: Notice) {
  const { url } = request
  const language = languageFor(
    respondentLanguages,
    askedLanguage(request),
    request.headers['accept-language'],
  )
  reply.code(statusOf[which])
  if (wantsJson(request)) return reply.send({ error: which === 'closed' ? 'box-closed' : which })
  const path = request.method === 'GET' ? url.split('?')[0] : undefined
  return reply.page(<AnswerNotice notice={which} language={language} {...(path && { path })} />)
}
