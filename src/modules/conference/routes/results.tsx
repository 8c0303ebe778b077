import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Server } from '../../../platform/http/server.ts'
import { roundMessages } from '../messages/rounds.ts'
import { mayLead } from '../policy.ts'
import { findConference } from '../queries/conference.ts'
import { type CountedRound, findCounted, loadResult } from '../queries/results.ts'
import { bySupport, itemNames } from '../queries/round-items.ts'
import { firstDirection, sortKeys } from '../rules/results/order.ts'
import { whatIf } from '../rules/results/what-if.ts'
import { decidingRule } from '../rules/rounds/round.ts'
import { kindsOfRound } from '../rules/rounds/rule.ts'
import { roundParams } from '../schema/lead-forms.ts'
import { readThresholds } from '../schema/results/threshold-form.ts'
import { enteredFrom, roundFormSentences } from '../schema/rounds/form.ts'
import { Result } from '../views/results/Result.tsx'
import { type Tried, WhatIf } from '../views/results/WhatIf.tsx'
import { resultCsv } from './result-csv.ts'
import { notFound, type OpenRead } from './staff.ts'

const resultQuery = z.object({
  sort: z.enum(sortKeys).catch('support'),
  direction: z.enum(['ascending', 'descending']).optional().catch(undefined),
  format: z.literal('csv').optional().catch(undefined),
})

/** The result of a round, and what it would have been under other limits. */
export function resultRoutes(app: Server, read: OpenRead): void {
  app.get(
    '/conferences/:conference/rounds/:round',
    { schema: { params: roundParams, querystring: resultQuery } },
    async (request, reply) => {
      const shown = await shownResult(read, request, request.params.conference, request.params.round)
      if (!shown) {
        // Who leads comes to a round that is not counted from its plan, and is shown where it is led.
        const { conference, isLeading } = await seen(read, request, request.params.conference)
        return conference && isLeading
          ? reply.redirect(`/conferences/${conference.id}/lead`, 303)
          : notFound(reply)
      }
      const { language } = request
      const result = await read(request, db => loadResult(db, shown.found, language))
      const { sort, direction, format } = request.query
      if (format === 'csv') {
        return reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="resultat-${result.number}.csv"`)
          .send(resultCsv(result, language))
      }
      return reply.page(
        <Result
          result={result}
          sorting={{ by: sort, direction: direction ?? firstDirection[sort] }}
          isStaff={request.actor.kind === 'account'}
          mayLead={shown.isLeading}
        />,
      )
    },
  )

  app.get(
    '/conferences/:conference/rounds/:round/what-if',
    { schema: { params: roundParams, querystring: z.record(z.string(), z.unknown()) } },
    async (request, reply) => {
      const shown = await shownResult(read, request, request.params.conference, request.params.round)
      if (!shown) return notFound(reply)
      const { found } = shown
      const { stored, conferenceId } = found
      const rule = decidingRule(stored.round)
      const kinds = kindsOfRound(stored.items, rule)
      const others = found.rounds.map(one => one.round.rule)
      const isTrying = 'accept' in request.query
      const form = isTrying ? readThresholds(request.query, rule, kinds, others) : undefined
      const named = await read(request, db => itemNames(db, conferenceId, request.language))
      const page = (
        <WhatIf
          conference={{ id: conferenceId, name: found.conference }}
          number={stored.number}
          ballot={rule.ballot}
          kinds={kinds}
          isStaff={request.actor.kind === 'account'}
          entered={form && !form.ok ? form.entered : enteredFrom(form ? form.rule : rule)}
          errors={
            form && !form.ok ? roundFormSentences(form.errors, roundMessages[request.language].error) : {}
          }
          tried={
            form?.ok
              ? tried(found, form.rule, items => bySupport(items, rule, found.counted, named))
              : undefined
          }
        />
      )
      return form && !form.ok ? reply.code(422).page(page) : reply.page(page)
    },
  )
}

type ListItems = (items: readonly number[]) => Tried['gained']

function tried({ stored, counted, outcome }: CountedRound, other: Tried['rule'], list: ListItems): Tried {
  const would = whatIf(decidingRule(stored.round), stored.items, counted, outcome, other)
  return {
    rule: other,
    accepted: would.outcome.accepted.length,
    kept: would.outcome.kept.length,
    dropped: would.outcome.dropped.length,
    undecided: would.outcome.undecided.length,
    gained: list(would.gained),
    lost: list(would.lost),
  }
}

/** The conference as far as the one who asks sees it. */
async function seen(read: OpenRead, request: FastifyRequest, conferenceId: string) {
  const conference = await read(request, db => findConference(db, conferenceId))
  return { conference, isLeading: conference !== undefined && mayLead(request.actor, conference) }
}

/** A counted round for those who may see it: published, or led by the one who asks. */
async function shownResult(
  read: OpenRead,
  request: FastifyRequest,
  conferenceId: string,
  number: number,
): Promise<{ found: CountedRound; isLeading: boolean } | undefined> {
  const { conference, isLeading } = await seen(read, request, conferenceId)
  if (!conference) return undefined
  const found = await read(request, db => findCounted(db, conferenceId, number))
  if (!found || (found.stored.round.state !== 'published' && !isLeading)) return undefined
  return { found, isLeading }
}
