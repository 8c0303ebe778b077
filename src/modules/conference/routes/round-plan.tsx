import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Server } from '../../../platform/http/server.ts'
import { readUpload } from '../../../platform/http/upload.ts'
import { changePlan } from '../commands/round-plan.ts'
import { roundMessages } from '../messages/rounds.ts'
import { knownWords } from '../messages/words.ts'
import { loadItems } from '../queries/items.ts'
import { loadRounds } from '../queries/rounds.ts'
import { planTemplates, withoutRound, withRound } from '../rules/rounds/plan.ts'
import { kindsIn, type VotingRule } from '../rules/rounds/rule.ts'
import { ruleHash } from '../rules/rounds/rule-hash.ts'
import { afresh, enteredFrom, readRoundForm, roundFormSentences } from '../schema/rounds/form.ts'
import { readRules } from '../schema/rounds/tally-files.ts'
import { RoundForm } from '../views/rounds/RoundForm.tsx'
import { RoundPlan, type RoundPlanModel } from '../views/rounds/RoundPlan.tsx'
import { conferenceParams, followed, led, notFound, type StaffConference } from './staff.ts'

const plan = '/conferences/:conference/rounds'
const oneParams = conferenceParams.extend({ round: z.coerce.number().int().min(1).max(1000) })

/** The voting rounds before they are opened: their rules in words, changed by form, template or file. */
export function roundPlanRoutes(app: Server): void {
  const done = z.enum(['saved', 'removed', 'planned']).optional().catch(undefined)

  app.get(
    plan,
    { schema: { params: conferenceParams, querystring: z.object({ done }) } },
    async (request, reply) => {
      const found = await followed(request, request.params.conference)
      if (!found) return notFound(reply)
      return reply.page(<RoundPlan {...(await planModel(request, found))} done={request.query.done} />)
    },
  )

  app.get(`${plan}/rules.json`, { schema: { params: conferenceParams } }, async (request, reply) => {
    const found = await followed(request, request.params.conference)
    if (!found) return notFound(reply)
    const rules = await request.read(async db => rulesOf(await loadRounds(db, found.conference.id)))
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="rules.json"')
      .send(`${JSON.stringify(rules, null, 2)}\n`)
  })

  app.post(`${plan}/template`, { schema: { params: conferenceParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const wanted = z
      .object({ template: z.enum(['conference-2014', 'comet', 'rand']) })
      .safeParse(request.body)
    if (!wanted.success) return planAgain(request, reply, found, 422, { refusal: 'no-such-template' })
    return planned(request, reply, found, 'planned', () => ({
      ok: true,
      value: planTemplates[wanted.data.template],
    }))
  })

  app.post(`${plan}/import`, { schema: { params: conferenceParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const { file } = await readUpload(request)
    if (!file) {
      const error = roundMessages[request.language].error['file-missing']
      return planAgain(request, reply, found, 422, { error })
    }
    const items = await request.read(db => loadItems(db, found.conference.id))
    const live = items.filter(item => !item.retired).map(({ number, kind }) => ({ item: number, kind }))
    const { rules, problems } = readRules(file, live.length > 0 ? live : undefined)
    if (!rules) return planAgain(request, reply, found, 422, { problems })
    return planned(request, reply, found, 'planned', () => ({ ok: true, value: rules }))
  })

  app.post(`${plan}/:round/remove`, { schema: { params: oneParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    return planned(request, reply, found, 'removed', (rules, locked) =>
      withoutRound(rules, request.params.round, locked),
    )
  })

  formRoutes(app)
}

/** Changes the plan and goes back to it; a refusal is said on it. */
async function planned(
  request: FastifyRequest,
  reply: FastifyReply,
  found: StaffConference,
  done: NonNullable<RoundPlanModel['done']>,
  change: Parameters<typeof changePlan>[3],
) {
  const { id } = found.conference
  const changed = await request.write(trx => changePlan(trx, request.actor, id, change))
  if (!changed.ok) return planAgain(request, reply, found, 409, { refusal: changed.refusal })
  return reply.redirect(`/conferences/${id}/rounds?done=${done}`, 303)
}

const rulesOf = (rounds: readonly { readonly round: { readonly rule: VotingRule } }[]): VotingRule[] =>
  rounds.map(({ round }) => round.rule)

async function planModel(
  request: FastifyRequest,
  { conference, mayLead }: StaffConference,
): Promise<RoundPlanModel> {
  const rounds = await request.read(db => loadRounds(db, conference.id))
  return {
    conference,
    mayLead,
    rounds: rounds.map(({ number, round }) => ({
      number,
      rule: round.rule,
      state: round.state,
      hash: ruleHash(round.rule),
    })),
    problems: [],
  }
}

async function planAgain(
  request: FastifyRequest,
  reply: FastifyReply,
  found: StaffConference,
  status: number,
  why: Partial<Pick<RoundPlanModel, 'problems' | 'error' | 'refusal'>>,
) {
  return reply.code(status).page(<RoundPlan {...(await planModel(request, found))} {...why} />)
}

function formRoutes(app: Server): void {
  app.get(`${plan}/new`, { schema: { params: conferenceParams } }, async (request, reply) => {
    const { conference } = await led(request, request.params.conference)
    const { number, kinds } = await formModel(request, conference.id)
    return reply.page(
      <RoundForm conference={conference} number={number} isNew kinds={kinds} entered={afresh} errors={{}} />,
    )
  })

  app.post(`${plan}/new`, { schema: { params: conferenceParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const { number, rules, kinds } = await formModel(request, found.conference.id)
    return save(request, reply, found, number, true, rules, kinds)
  })

  app.get(`${plan}/:round/edit`, { schema: { params: oneParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const number = request.params.round
    const { rules, kinds, locked } = await formModel(request, found.conference.id)
    const rule = rules.find(one => one.round === number)
    if (!rule) return notFound(reply)
    if (number <= locked) return planAgain(request, reply, found, 409, { refusal: 'rule-locked' })
    return reply.page(
      <RoundForm
        conference={found.conference}
        number={number}
        isNew={false}
        kinds={kinds}
        entered={enteredFrom(rule)}
        errors={{}}
      />,
    )
  })

  app.post(`${plan}/:round/edit`, { schema: { params: oneParams } }, async (request, reply) => {
    const found = await led(request, request.params.conference)
    const number = request.params.round
    const { rules, kinds } = await formModel(request, found.conference.id)
    if (!rules.some(rule => rule.round === number)) return notFound(reply)
    return save(request, reply, found, number, false, rules, kinds)
  })
}

async function save(
  request: FastifyRequest,
  reply: FastifyReply,
  found: StaffConference,
  number: number,
  isNew: boolean,
  rules: readonly VotingRule[],
  kinds: readonly string[],
) {
  const form = readRoundForm(request.body, number, kinds, rules)
  if (form.ok)
    return planned(request, reply, found, 'saved', current => ({
      ok: true,
      value: withRound(current, form.rule),
    }))
  return reply
    .code(422)
    .page(
      <RoundForm
        conference={found.conference}
        number={number}
        isNew={isNew}
        kinds={kinds}
        entered={form.entered}
        errors={roundFormSentences(form.errors, roundMessages[request.language].error)}
      />,
    )
}

/** The plan as a form of one round needs it. `number` is the next free one, `locked` how many have been opened. */
async function formModel(request: FastifyRequest, conferenceId: string) {
  const [rounds, items] = await request.read(db =>
    Promise.all([loadRounds(db, conferenceId), loadItems(db, conferenceId)]),
  )
  const rules = rulesOf(rounds)
  return {
    rules,
    number: rules.reduce((most, { round }) => Math.max(most, round), 0) + 1,
    // A rule may have come before the items that it is about.
    kinds: [...new Set([...knownWords('kind'), ...items.map(item => item.kind), ...rules.flatMap(kindsIn)])],
    locked: rounds.filter(({ round }) => round.state !== 'planned').length,
  }
}
