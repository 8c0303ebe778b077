import type { Actor } from './rules.ts'

declare module '../../platform/http/server.ts' {
  interface RequestActor extends Actor {}
}

export { addPersona, type NewPersona } from './commands.ts'
export { personas } from './queries.ts'
export { type Actor, actorOf, type Role } from './rules.ts'
