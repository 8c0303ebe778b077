import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Entered, type FieldErrors, readForm } from '../../../platform/http/form.ts'
import type { Server } from '../../../platform/http/server.ts'
import { deviateFromRule } from '../commands/deviations.ts'
import { reissueBallot } from '../commands/reissue.ts'
import { leadForms } from '../messages/lead-forms.ts'
import { roundMessages } from '../messages/rounds.ts'
import { votingBox } from '../queries/console.ts'
import { loadExperts } from '../queries/experts.ts'
import { loadRounds } from '../queries/rounds.ts'
import { decidingRule } from '../rules/rounds/round.ts'
import { kindsOfRound } from '../rules/rounds/rule.ts'
import { reasonForm, reissueForm, roundParams } from '../schema/lead-forms.ts'
import { readThresholds } from '../schema/results/threshold-form.ts'
import { enteredFrom, roundFormSentences } from '../schema/rounds/form.ts'
import { Reissue } from '../views/lead/Reissue.tsx'
import { Deviate } from '../views/results/Deviate.tsx'
import type { ConferenceRoutes } from './context.ts'
import { led, notFound, type StaffConference } from './staff.ts'

/** What is done seldom, each on a page of its own that asks for a reason. */
export function leadFormRoutes(app: Server, { boxes }: ConferenceRoutes): void {
  const ofRound = { schema: { params: roundParams } }

  /** The round, if the one who asks leads it. */
  async function ledRound(request: FastifyRequest, params: { conference: string; round: number }) {
    const { conference } = await led(request, params.conference)
    const rounds = await request.read(db => loadRounds(db, conference.id))
    const stored = rounds.find(one => one.number === params.round)
    return { conference, rounds, stored }
  }
  type Led = Awaited<ReturnType<typeof ledRound>>

  const deviatePath = '/conferences/:conference/rounds/:round/deviate'
  function deviatePage(
    { conference, stored }: Led,
    entered: Entered,
    errors: FieldErrors = {},
    problem?: string,
  ) {
    const round = stored?.round
    if (!stored || round?.state !== 'closed') return undefined
    return (
      <Deviate
        conference={conference}
        number={stored.number}
        locked={round.rule}
        hash={round.ruleHash}
        kinds={kindsOfRound(stored.items, round.rule)}
        entered={entered}
        errors={errors}
        {...(problem && { problem })}
      />
    )
  }

  app.get(deviatePath, ofRound, async (request, reply) => {
    const found = await ledRound(request, request.params)
    const page = found.stored && deviatePage(found, enteredFrom(decidingRule(found.stored.round)))
    return page ? reply.page(page) : notFound(reply)
  })

  app.post(deviatePath, ofRound, async (request, reply) => {
    const found = await ledRound(request, request.params)
    const { conference, rounds, stored } = found
    if (!stored) return notFound(reply)
    const t = leadForms[request.language]
    const others = rounds.map(one => one.round.rule)
    const { rule } = stored.round
    const thresholds = readThresholds(request.body, rule, kindsOfRound(stored.items, rule), others)
    const reason = readForm(reasonForm, request.body, t.refusal)
    const entered = (request.body ?? {}) as Entered
    if (!thresholds.ok || !reason.ok) {
      const errors = {
        ...(!thresholds.ok && roundFormSentences(thresholds.errors, roundMessages[request.language].error)),
        ...(!reason.ok && reason.errors),
      }
      const page = deviatePage(found, entered, errors)
      return page ? reply.code(422).page(page) : notFound(reply)
    }
    const result = await request.write(trx =>
      deviateFromRule(trx, request.actor, {
        conferenceId: conference.id,
        number: stored.number,
        rule: thresholds.rule,
        reason: reason.value.reason,
      }),
    )
    if (result.ok) return reply.redirect(`/conferences/${conference.id}/lead`, 303)
    const page = deviatePage(found, entered, {}, t.refusal[result.refusal])
    return page ? reply.code(409).page(page) : notFound(reply)
  })

  const reissuePath = '/conferences/:conference/rounds/:round/reissue'
  async function answerReissue(
    request: FastifyRequest,
    reply: FastifyReply,
    conference: StaffConference['conference'],
    number: number,
    about: { entered?: Entered; errors?: FieldErrors; problem?: string } = {},
  ) {
    const experts = await request.read(db => loadExperts(db, conference.id))
    return reply.page(
      <Reissue
        conference={conference}
        number={number}
        experts={experts.filter(one => one.answered !== 'declined')}
        entered={about.entered ?? {}}
        errors={about.errors ?? {}}
        {...(about.problem && { problem: about.problem })}
      />,
    )
  }

  app.get(reissuePath, ofRound, async (request, reply) => {
    const { conference, stored } = await ledRound(request, request.params)
    if (!stored || !votingBox(stored)) return notFound(reply)
    return answerReissue(request, reply, conference, stored.number)
  })

  app.post(reissuePath, ofRound, async (request, reply) => {
    const { conference } = await led(request, request.params.conference)
    const number = request.params.round
    const t = leadForms[request.language]
    const form = readForm(reissueForm, request.body, {
      'who-missing': t.reissue.whoMissing,
      'reason-missing': t.reissue.reasonMissing,
    })
    if (!form.ok) return answerReissue(request, reply.code(422), conference, number, form)
    const result = await request.write(trx =>
      reissueBallot(trx, request.actor, boxes, {
        conferenceId: conference.id,
        number,
        expertId: form.value.expert,
        reason: form.value.reason,
      }),
    )
    if (result.ok) return reply.redirect(`/conferences/${conference.id}/lead?done=reissued`, 303)
    return answerReissue(request, reply.code(409), conference, number, {
      entered: request.body as Entered,
      problem: t.refusal[result.refusal],
    })
  })
}
