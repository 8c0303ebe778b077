import { join, resolve } from 'node:path'
import { z } from 'zod'

const yesOrNo = z
  .enum(['yes', 'no', 'true', 'false', '1', '0', 'on', 'off'])
  .transform(value => ['yes', 'true', '1', 'on'].includes(value))

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://mellanrum.example.se' })
    .optional(),
  MELLANRUM_DATA: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\//,
      'must begin with postgres://, for example postgres://user:password@host:5432/mellanrum',
    )
    .optional(),
  MELLANRUM_DEMO: yesOrNo.optional(),
  MELLANRUM_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
  MELLANRUM_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  MAIL_URL: z
    .string()
    .regex(
      /^smtps?:\/\//,
      'must begin with smtp:// or smtps://, for example smtp://user:password@mail.example.se:587',
    )
    .optional(),
  MAIL_FROM: z.email('must be an e-mail address').optional(),
})

/** What the program was told from outside, checked once at the start. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Where people reach the program, without a slash at the end; what QR codes and mails say. */
  readonly publicUrl: string
  /** Absolute path of the folder for what is not in PostgreSQL: the embedded server's files and the secret. */
  readonly folder: string
  /** Undefined: the program starts its own PostgreSQL in `folder`. */
  readonly databaseUrl: string | undefined
  /** True: personas can log in without a password and the demo data is loaded. Said on every page. */
  readonly demo: boolean
  /** True when `MELLANRUM_DEMO` itself says so, and it is not only the default for this machine. */
  readonly demoAsked: boolean
  /** Undefined: kept in a file in `folder`. */
  readonly secret: string | undefined
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Undefined: mail is kept in the queue's record and shown on the page in the demo. */
  readonly mail: { readonly url: string; readonly from: string } | undefined
}

/** A setting that cannot be right. The message has one sentence for each, each naming its setting. */
export class WrongSetting extends Error {}

/**
 * Reads the settings. An empty value counts as not set.
 * @throws {WrongSetting} with every wrong setting named, so that one restart mends all of them.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const read = settings.safeParse(given)
  if (!read.success) throw new WrongSetting(read.error.issues.map(issue => sentence(issue, given)).join('\n'))
  const value = read.data
  if (value.MAIL_URL && !value.MAIL_FROM) {
    throw new WrongSetting(
      'MAIL_FROM is missing: with MAIL_URL set, it says which address the mails come from.',
    )
  }
  const shownHost = ['0.0.0.0', '::'].includes(value.HOST)
    ? 'localhost'
    : value.HOST.includes(':')
      ? `[${value.HOST}]`
      : value.HOST
  return {
    port: value.PORT,
    host: value.HOST,
    publicUrl: (value.PUBLIC_URL ?? `http://${shownHost}:${value.PORT}`).replace(/\/+$/, ''),
    folder: resolve(value.MELLANRUM_DATA),
    databaseUrl: value.DATABASE_URL,
    // Tried out on one's own machine it is a demo; as soon as others can reach it, only when told so.
    demo: value.MELLANRUM_DEMO ?? (isLoopback(value.HOST) && value.PUBLIC_URL === undefined),
    demoAsked: value.MELLANRUM_DEMO === true,
    secret: value.MELLANRUM_SECRET,
    logLevel: value.MELLANRUM_LOG,
    mail: value.MAIL_URL && value.MAIL_FROM ? { url: value.MAIL_URL, from: value.MAIL_FROM } : undefined,
  }
}

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.')

function sentence(issue: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = String(issue.path[0])
  // An address can hold a password, so its value is not repeated.
  const shown = /URL|SECRET/.test(name) ? '' : ` ("${given[name]}")`
  return `${name}${shown} cannot be used: ${issue.message}.`
}

/** The file that holds the installation's secret when `MELLANRUM_SECRET` is not set. */
export const secretFile = (config: Config): string => join(config.folder, 'secret')
