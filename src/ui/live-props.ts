import type { Connection } from './LiveStatus.tsx'

/** What a component gets that both the server and an island render. */
export interface LiveProps<Model> {
  readonly model: Model
  readonly connection: Connection
  /** The server's time now in milliseconds, in a browser that ticks. */
  readonly now?: () => number
}
