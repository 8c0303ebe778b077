import { createHash, createHmac } from 'node:crypto'
import { z } from 'zod'
import { newNonce } from '../../../platform/anonymous/right.ts'
import type { SheetBoxes } from '../../../platform/anonymous/sheets.ts'
import type { DatabaseActor } from '../../../platform/database/actor.ts'
import type { Server } from '../../../platform/http/server.ts'
import { languageFor, respondentLanguages } from '../messages/answer-language.ts'
import type { AskedFinder } from '../queries/answering.ts'
import { secondsUntilClosed } from '../rules/answer-steps.ts'
import { readCode } from '../rules/respondent-code.ts'
import { CodePage, type CodeProblem } from '../views/answer/CodePage.tsx'

const daySeconds = 24 * 3600
const nonceName = 'answer-nonce'

/** How a one-time code becomes the right to answer once. The code itself is never kept, and never in an address. */
export function answerCodeRoutes(
  app: Server,
  { finder, sheets }: { readonly finder: AskedFinder; readonly sheets: SheetBoxes },
): void {
  app.get(
    '/svara',
    {
      config: { anonymous: true },
      schema: { querystring: z.object({ sprak: z.string().max(40).optional().catch(undefined) }) },
    },
    async (request, reply) => {
      const language = languageFor(
        respondentLanguages,
        request.query.sprak,
        request.headers['accept-language'],
      )
      if (!request.kept(nonceName)) reply.keep(nonceName, newNonce().toString('base64url'), daySeconds)
      return reply.page(<CodePage language={language} typed="" problem={undefined} />)
    },
  )

  app.post(
    '/svara',
    {
      config: { anonymous: true },
      schema: { body: z.object({ code: z.string().max(200), language: z.string().max(40).optional() }) },
    },
    async (request, reply) => {
      const { code: typed, language: asked } = request.body
      const language = languageFor(respondentLanguages, asked, request.headers['accept-language'])
      const sayNo = (problem: CodeProblem) =>
        reply
          .code(problem === 'wrong' ? 422 : 409)
          .page(<CodePage language={language} typed={typed} problem={problem} />)
      const browser = request.kept(nonceName)
      // The cookie is set with the page that has the field; without it, that page comes first.
      if (!browser) return reply.redirect(`/svara?sprak=${language}`, 303)
      const code = readCode(typed)
      const found = code && (await finder.codeOf(createHash('sha256').update(code).digest()))
      if (!code || !found) return sayNo('wrong')
      const unit = await finder.find(found.link)
      if (unit?.state !== 'open') return sayNo('closed')
      const holder: DatabaseActor = { room: 'public', id: found.id, associations: [] }
      const right = await sheets.take(holder, unit.waveId, nonceFor(browser, code))
      if (!right.ok) return sayNo(right.refusal === 'box-closed' ? 'closed' : 'used')
      reply.keep(`right-${unit.unitId}`, right.value, secondsUntilClosed(unit.closesOn, request.now))
      // Whoever used the phone before has another right; what they handed in is theirs.
      if (request.kept(`right-${unit.unitId}`) !== right.value) reply.forget(`received-${unit.unitId}`)
      return reply.redirect(
        `/svara/${unit.link}?sprak=${languageFor(unit.form.languages, language, undefined)}`,
        303,
      )
    },
  )
}

/**
 * The same code in the same browser gets the same right again, also when the first answer got lost on the way; two codes
 * in one browser get two.
 */
const nonceFor = (browser: string, code: string): Buffer =>
  createHmac('sha256', Buffer.from(browser, 'base64url')).update(code).digest()
