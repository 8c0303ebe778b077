import { CannotStart, openProgram } from './app.tsx'
import { readConfig, WrongSetting } from './config.ts'
import { EmbeddedDatabaseError } from './platform/database/embedded/refusal.ts'
import { MigrationRefused } from './platform/database/migrate.ts'
import { openLog } from './platform/http/log.ts'

/** What the one who starts can mend is said in a sentence; the rest with all that is known. */
function explain(error: unknown): string {
  const isExpected = [WrongSetting, CannotStart, EmbeddedDatabaseError, MigrationRefused].some(
    kind => error instanceof kind,
  )
  if (isExpected) return (error as Error).message
  const { code, message, stack } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return 'PORT cannot be used: another program already answers there. Set PORT to another number.'
  if (code === 'EACCES' && /listen/.test(message))
    return 'PORT cannot be used: the system does not allow it. Set PORT to a number above 1023.'
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code?.startsWith('28'))
    return `DATABASE_URL cannot be used: ${message}`
  return stack ?? String(error)
}

async function start() {
  const config = readConfig(process.env)
  const log = openLog(config.logLevel)
  const program = await openProgram(config, log)
  let stopping = false
  const stop = (signal: string) => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    program.close().then(
      () => process.exit(0),
      error => {
        log.error(error, 'the stop failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  void program.databaseEnded?.then(() => {
    if (stopping) return
    log.error(
      'the program’s own PostgreSQL has ended: starting anew is safe, nothing that was acknowledged is lost',
    )
    process.exit(1)
  })
  const address = await program.listen()
  log.info({ address }, 'answering')
  process.stderr.write(
    `\nMellanrum answers on ${config.publicUrl.endsWith(':0') ? address : config.publicUrl}\n`,
  )
}

start().catch(error => {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
})
