import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { z } from 'zod'
import { type Config, secretFile } from './config.ts'
import {
  answersArrived,
  conferenceQueues,
  conferenceRoutes,
  conferenceTryOuts,
  loadConferenceDemo,
} from './modules/conference/index.ts'
import { actorOf, identityRoutes, loadPersonas, roleName } from './modules/identity/index.ts'
import { indicatorRoutes } from './modules/indicators/index.ts'
import { loadAssociations } from './modules/organisations/index.ts'
import {
  answerRoutes,
  keepCalendarSoon,
  loadSurveyDemo,
  sheetKeeper,
  shippedQuestionnaires,
  shipQuestionnaires,
  surveyQueues,
  surveyRoutes,
} from './modules/surveys/index.ts'
import { type AnswerBoxes, answerBoxes } from './platform/anonymous/box.ts'
import { type SheetBoxes, sheetBoxes } from './platform/anonymous/sheets.ts'
import { openBackground } from './platform/background/background.ts'
import type { DatabaseActor } from './platform/database/actor.ts'
import { type Log, openDatabase } from './platform/database/database.ts'
import { startEmbedded } from './platform/database/embedded/start.ts'
import { migrate } from './platform/database/migrate.ts'
import { findInstallation, secretFrom } from './platform/database/secret.ts'
import { openTypesetting } from './platform/documents/typesetting.ts'
import { createServer, type Server } from './platform/http/server.ts'
import { removeEndedSessions, type SessionLength } from './platform/http/session.ts'
import { openJobs, prepareJobs, type Queue } from './platform/jobs/jobs.ts'
import { openLive } from './platform/live/live.ts'
import { openMail } from './platform/mail/mail.ts'
import { ApiReference } from './ui/ApiReference.tsx'
import type { ApiDocument } from './ui/api-reference/document.ts'
import type { Assets } from './ui/assets.ts'
import { ErrorPage } from './ui/ErrorPage.tsx'
import { Gallery, galleryTitle } from './ui/Gallery.tsx'
import { Page } from './ui/Page.tsx'
import { renderPage } from './ui/render-page.ts'

/** Where the checkout is: one folder above both `src` and `dist`. */
const root = join(import.meta.dirname, '..')
const system: DatabaseActor = { room: 'system', id: null, associations: [] }

const programVersion = z.string().describe('The version of the program')
const healthSchema = {
  tags: ['system'],
  summary: 'Whether this process answers and reaches its database.',
  response: {
    200: z.object({ status: z.literal('ok'), version: programVersion }).describe('It can take requests.'),
    503: z
      .object({ status: z.literal('database-unavailable'), version: programVersion })
      .describe('It runs, but the database does not answer.'),
  },
}
const descriptionSchema = {
  tags: ['system'],
  summary: 'This description, for programs.',
  response: { 200: z.looseObject({ openapi: z.literal('3.1.0') }).describe('An OpenAPI 3.1 document.') },
}

/** A reason not to start that the one who starts can do something about. The message is for that person. */
export class CannotStart extends Error {}

export interface Program {
  readonly app: Server
  /** Where its anonymous answers are taken in. */
  readonly boxes: AnswerBoxes
  /** Where the answers of surveys are taken in. */
  readonly sheets: SheetBoxes
  /** Resolves when the program's own PostgreSQL has ended; undefined where the program has none. */
  readonly databaseEnded: Promise<void> | undefined
  /** Takes requests. @returns the address that it answers on */
  listen(): Promise<string>
  /** Ends what goes on, tells the browsers to come back, and lets go of the database. */
  close(): Promise<void>
}

const sessionLengths: Readonly<Record<string, SessionLength>> = {
  account: { idleMinutes: 60, hours: 12 },
  // An expert prepares at home for weeks; the comings and goings are not kept.
  expert: { idleMinutes: null, hours: 60 * 24 },
}
const noSession: SessionLength = { idleMinutes: 0, hours: 0 }

/**
 * Puts the whole program together, in the order in which the parts stand on each other.
 * @throws {CannotStart} and what the embedded PostgreSQL and the migration refuse, each with a sentence for a person
 */
export async function openProgram(
  config: Config,
  log: Log & import('fastify').FastifyBaseLogger,
): Promise<Program> {
  const closers: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const one of closers.splice(0).reverse()) await one()
  }
  try {
    const embedded = config.databaseUrl
      ? undefined
      : await startEmbedded({
          folder: join(config.folder, 'postgresql'),
          log: { info: line => log.info(line), warn: line => log.warn(line) },
        })
    if (embedded) closers.push(() => embedded.stop())
    const adminUrl = config.databaseUrl ?? embedded?.url ?? ''
    if (!config.databaseUrl && !config.demo) {
      log.warn(
        'DATABASE_URL is not set: the program runs its own PostgreSQL, which is meant for trial and small installations',
      )
    }

    const { appUrl } = await migrate(adminUrl, join(root, 'migrations'))
    const database = openDatabase(appUrl, log)
    closers.push(() => database.close())

    const secret = config.secret ?? secretFrom(secretFile(config))
    const installation = await findInstallation(database, secret, config.demo)
    if (!installation.secretFits) {
      throw new CannotStart(
        'MELLANRUM_SECRET is not the secret that this database was set up with. Use the same MELLANRUM_SECRET, or the same MELLANRUM_DATA folder, for every process on one database.',
      )
    }
    if (config.demoAsked && !installation.demo) {
      throw new CannotStart(
        'MELLANRUM_DEMO is set, but the database holds an installation that is not a demo. Use another database for the demo.',
      )
    }
    const demo = config.demo && installation.demo

    const live = await openLive(appUrl, log)
    closers.push(() => live.close())
    const boxes = answerBoxes(database, secret, answersArrived)
    const sheets = sheetBoxes(database, secret, sheetKeeper())
    const typesetting = openTypesetting()
    closers.push(() => typesetting.close())
    const background = openBackground()
    closers.push(() => background.close())
    const mail = openMail(config.mail)
    closers.push(async () => mail.close())
    const queues: Queue[] = [
      {
        name: 'platform.remove-ended-sessions',
        every: '17 * * * *',
        work: () => removeEndedSessions(database, new Date()),
      },
      ...conferenceQueues({ database, mail, publicUrl: config.publicUrl }),
      ...surveyQueues({ database, sheets, mail, publicUrl: config.publicUrl }),
    ]
    await prepareJobs(
      adminUrl,
      queues.map(queue => queue.name),
    )
    await shipQuestionnaires(database, shippedQuestionnaires(join(root, 'demo', 'questionnaires')))
    if (demo) {
      await loadAssociations(database)
      await loadPersonas(database)
      await loadConferenceDemo(database, boxes, join(root, 'demo'))
      await loadSurveyDemo(database)
    }

    const assets: Assets = JSON.parse(readFileSync(join(root, 'dist', 'assets.json'), 'utf8'))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    const app = await createServer({
      publicUrl: config.publicUrl,
      log,
      database,
      publicFolder: join(root, 'dist', 'public'),
      version,
      actorOf,
      sessionLength: kind => sessionLengths[kind] ?? noSession,
      renderPage: (request, view) => renderDocument(request, view, assets, demo),
      errorView: status => <ErrorPage status={status} />,
    })
    closers.push(() => app.close())

    app.get('/health', { schema: healthSchema }, async (request, reply) => {
      try {
        await database.read(system, db =>
          db.selectFrom('platform.session').select('token_hash').limit(0).execute(),
        )
      } catch (error) {
        request.log.error(error, 'the database does not answer')
        return reply.code(503).send({ status: 'database-unavailable', version })
      }
      return reply.send({ status: 'ok', version })
    })
    identityRoutes(app, {
      demo,
      readPersonas: work => database.read(system, work),
      tryOuts: conferenceTryOuts,
    })
    conferenceRoutes(app, {
      database,
      boxes,
      live,
      typesetting,
      background,
      publicUrl: config.publicUrl,
      mailIsSet: mail.isSet,
      demo,
      demoFolder: join(root, 'demo'),
    })
    surveyRoutes(app, {
      database,
      sheets,
      live,
      typesetting,
      publicUrl: config.publicUrl,
      mailIsSet: mail.isSet,
    })
    indicatorRoutes(app, { database, typesetting })
    answerRoutes(app, { database, sheets })
    if (demo) {
      app.get('/ui', (request, reply) =>
        reply.page(
          <Page title={galleryTitle[request.language]} width="wide">
            <Gallery />
          </Page>,
        ),
      )
    }
    app.get(
      '/api/openapi.json',
      { schema: descriptionSchema },
      async () => app.swagger() as { openapi: '3.1.0' },
    )
    app.get('/api', (_request, reply) =>
      reply.page(
        <Page title="API" width="wide">
          <ApiReference document={app.swagger() as ApiDocument} address="/api/openapi.json" />
        </Page>,
      ),
    )

    await database.write(system, keepCalendarSoon)
    const jobs = await openJobs(appUrl, database, queues, log)
    closers.push(() => jobs.close())

    return {
      app,
      boxes,
      sheets,
      databaseEnded: embedded?.ended,
      close,
      listen: async () => {
        const address = await app.listen({ port: config.port, host: config.host })
        return address
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Invited experts and those who answer surveys have no account and no program of their own: ways to such things would only lead them astray. */
const expertPaths = /^\/(invitation|take-part|vote|answer|svara)\b/

/** The view inside the frame that every page of this request has. */
function renderDocument(request: FastifyRequest, view: VNode, assets: Assets, demo: boolean): string {
  const { actor, language } = request
  const role = roleName(request)
  const t = frameTexts[language]
  const isStaff = actor.kind === 'account'
  return renderPage(view, language, {
    assets,
    path: request.url,
    navigation: isStaff
      ? [
          {
            href: '/conferences',
            label: t.conferences,
            current: request.url.startsWith('/conferences'),
          },
          ...(actor.room === 'association'
            ? [
                { href: '/surveys', label: t.surveys, current: request.url.startsWith('/surveys') },
                {
                  href: '/indicators',
                  label: t.indicators,
                  current: /^\/indicators\b/.test(request.url),
                },
              ]
            : []),
        ]
      : [],
    ...(isStaff && { person: { name: actor.name, ...(role && { role }) }, logOut: '/log-out' }),
    ...(actor.kind === 'visitor' && !expertPaths.test(request.url) && { logIn: '/log-in' }),
    ...(demo && { banner: t.demo }),
    ...(!expertPaths.test(request.url) && {
      footerLinks: [
        { href: '/open-data', label: t.openData },
        { href: '/api', label: t.api },
      ],
    }),
  })
}

const sv = {
  conferences: 'Konferenser',
  surveys: 'Enkäter',
  indicators: 'Indikatorer',
  openData: 'Öppna data',
  api: 'API för andra program',
  demo: 'Det här är en demonstration. Vem som helst kan logga in.',
}
const en: typeof sv = {
  conferences: 'Conferences',
  surveys: 'Surveys',
  indicators: 'Indicators',
  openData: 'Open data',
  api: 'API for other programs',
  demo: 'This is a demonstration. Anybody can log in.',
}
const frameTexts = { sv, en }
