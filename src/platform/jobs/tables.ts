import type { Generated, JSONColumnType } from 'kysely'

interface Outbox {
  id: Generated<string>
  queue: string
  payload: JSONColumnType<object>
  start_after: Date | null
}

declare module '../database/tables.ts' {
  interface Tables {
    'platform.outbox': Outbox
  }
}
