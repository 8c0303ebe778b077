import { join } from 'node:path'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import serveFolder from '@fastify/static'
import swagger from '@fastify/swagger'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import type { VNode } from 'preact'
import type { DatabaseActor } from '../database/actor.ts'
import type { Database } from '../database/database.ts'
import type { Reader, Transaction } from '../database/tables.ts'
import { type Language, languages } from '../i18n/language.ts'
import { compressTexts } from './compression.ts'
import { isFromOurselves } from './origin.ts'
import { endSession, findSession, openSession, type SessionLength, type Subject } from './session.ts'

export type Server = FastifyInstance<
  import('node:http').Server,
  import('node:http').IncomingMessage,
  import('node:http').ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** What a request's actor can answer; the module that knows who people are adds to it. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface RequestActor {}

declare module 'fastify' {
  interface FastifyRequest {
    actor: RequestActor & DatabaseActor
    /** A read-only transaction in the actor's room. */
    read<Value>(work: (db: Reader) => Promise<Value>): Promise<Value>
    /** A transaction in the actor's room: committed when `work` returns, rolled back when it throws. */
    write<Value>(work: (trx: Transaction) => Promise<Value>): Promise<Value>
    /** Whose session the request came with; null for a visitor. */
    subject: Subject | null
    language: Language
    /** When the request came: one instant for all that it does. */
    now: Date
    /** What `reply.keep` kept under this name in the browser that asks. */
    kept(name: string): string | undefined
  }
  interface FastifyContextConfig {
    /** The route takes anonymous answers: no session is read. */
    anonymous?: boolean
  }
  interface FastifyReply {
    /** Opens a session and sets its cookie. */
    logIn(subject: Subject): Promise<void>
    logOut(): Promise<void>
    /** Answers with a page: the view inside what stands around every page. */
    page(view: VNode): FastifyReply
    /** A cookie of ours: not for scripts, not for other sites, and bound to the host where it is https. */
    keep(name: string, value: string, maxAgeSeconds: number): void
    forget(name: string): void
  }
}

export interface ServerOptions {
  readonly publicUrl: string
  readonly log: FastifyBaseLogger
  readonly database: Database
  /** `dist/public` */
  readonly publicFolder: string
  readonly version: string
  readonly actorOf: (subject: Subject | null, now: Date) => RequestActor & DatabaseActor
  readonly sessionLength: (kind: string) => SessionLength
  /** The whole document of a view, in the visitor's language. */
  readonly renderPage: (request: FastifyRequest, view: VNode) => string
  /** The view for what went wrong. */
  readonly errorView: (status: number) => VNode
}

const minute = 60_000
/** Guards against a runaway program, not against a full conference room behind one address. */
const requestsPerMinute = { session: 600, address: 60_000 }
const largestUploadBytes = 10 * 1024 * 1024

/**
 * The web server without any page: safety, sessions, languages, files and errors.
 * Every answer carries a strict content security policy: no inline script or style, nothing from elsewhere.
 */
export async function createServer(options: ServerOptions): Promise<Server> {
  const publicOrigin = new URL(options.publicUrl).origin
  const isHttps = publicOrigin.startsWith('https:')
  const safetyHeaders = {
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; " +
      "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    ...(isHttps && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  }
  const cookieName = (name: string) => (isHttps ? `__Host-${name}` : name)
  const app: Server = Fastify({
    loggerInstance: options.log,
    // What a request did is in the audit where it matters; a line for each would tell when who was here.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => crypto.randomUUID(),
    trustProxy: 'loopback',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    bodyLimit: 1024 * 1024,
    forceCloseConnections: true,
    return503OnClosing: true,
  }).withTypeProvider<ZodTypeProvider>()

  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('subject', null)
  app.decorateRequest('language', 'sv')
  app.decorateRequest('now')
  app.decorateRequest('actor')
  app.decorateRequest('read', function (this: FastifyRequest, work) {
    return options.database.read(this.actor, work)
  })
  app.decorateRequest('write', function (this: FastifyRequest, work) {
    return options.database.write(this.actor, work)
  })

  app.decorateRequest('kept', function (this: FastifyRequest, name) {
    return this.cookies[cookieName(name)]
  })

  await app.register(cookie)
  await app.register(formbody)
  await app.register(multipart, { limits: { fileSize: largestUploadBytes, files: 1, fields: 50 } })
  compressTexts(app)
  await app.register(swagger, {
    openapi: { info: { title: 'Mellanrum', version: options.version }, openapi: '3.1.0' },
    transform: jsonSchemaTransform,
    hideUntagged: true,
  })

  app.addHook('onRequest', async (request, reply) => {
    request.now = new Date()
    request.language = chooseLanguage(request, reply)
    request.actor = options.actorOf(null, request.now)
    reply.headers(safetyHeaders)
    if (!isFromOurselves(request.method, request.headers, publicOrigin))
      return answerError(request, reply, 403)
  })

  await app.register(serveFolder, {
    root: join(options.publicFolder, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    // Names carry their content's hash.
    maxAge: '365d',
    immutable: true,
    index: false,
  })

  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/assets/')) return
    // Nothing that a person sees lies in a cache on a shared computer.
    reply.header('cache-control', 'no-store')
    // An anonymous answer comes with its right; who sends it is not even looked up.
    if (request.routeOptions.config.anonymous) return
    const token = request.cookies[cookieName('session')]
    if (!token) return
    request.subject = (await findSession(options.database, token, options.sessionLength, request.now)) ?? null
    request.actor = options.actorOf(request.subject, request.now)
  })

  await app.register(rateLimit, {
    global: true,
    hook: 'preHandler',
    timeWindow: minute,
    max: request => (request.subject ? requestsPerMinute.session : requestsPerMinute.address),
    keyGenerator: request => request.subject?.id ?? request.ip,
    allowList: request => request.url.startsWith('/assets/'),
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  })

  app.decorateReply('page', function (this: FastifyReply, view: VNode) {
    return this.type('text/html; charset=utf-8').send(options.renderPage(this.request, view))
  })
  app.decorateReply(
    'keep',
    function (this: FastifyReply, name: string, value: string, maxAgeSeconds: number) {
      this.setCookie(cookieName(name), value, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: isHttps,
        maxAge: maxAgeSeconds,
      })
    },
  )
  app.decorateReply('forget', function (this: FastifyReply, name: string) {
    this.clearCookie(cookieName(name), { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps })
  })
  app.decorateReply('logIn', async function (this: FastifyReply, subject: Subject) {
    // A session from before is ended: its token must not live on beside the new one.
    const before = this.request.cookies[cookieName('session')]
    if (before) await endSession(options.database, before)
    const length = options.sessionLength(subject.kind)
    const token = await openSession(options.database, subject, length, this.request.now)
    this.keep('session', token, length.hours * 3600)
  })
  app.decorateReply('logOut', async function (this: FastifyReply) {
    const token = this.request.cookies[cookieName('session')]
    if (token) await endSession(options.database, token)
    this.forget('session')
  })

  app.setNotFoundHandler((request, reply) => answerError(request, reply, 404))
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.validation ? 400 : (error.statusCode ?? 500)
    if (status >= 500) request.log.error(error, 'a request failed')
    return answerError(request, reply, status)
  })

  function answerError(request: FastifyRequest, reply: FastifyReply, status: number) {
    reply.code(status)
    if (request.url.startsWith('/api/')) return reply.send({ status, error: errorNames[status] ?? 'error' })
    return reply.page(options.errorView(status))
  }

  return app
}

const errorNames: Readonly<Record<number, string>> = {
  400: 'not-understood',
  401: 'not-logged-in',
  403: 'forbidden',
  404: 'not-found',
  413: 'too-large',
  429: 'too-many-requests',
  500: 'internal',
  503: 'unavailable',
}

/** Chosen now, or before, else what the browser asks for, else Swedish. */
function chooseLanguage(request: FastifyRequest, reply: FastifyReply): Language {
  const known = (value: unknown) => languages.find(language => language === value)
  const asked = (request.query as { lang?: unknown } | undefined)?.lang
  const now = known(asked)
  if (now)
    reply.setCookie('language', now, { path: '/', sameSite: 'lax', httpOnly: true, maxAge: 365 * 24 * 3600 })
  return (
    now ?? known(request.cookies.language) ?? known(request.headers['accept-language']?.slice(0, 2)) ?? 'sv'
  )
}
