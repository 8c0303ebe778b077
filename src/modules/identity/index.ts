import type { Actor } from './rules.ts'

declare module '../../platform/http/server.ts' {
  interface RequestActor extends Actor {}
}

export { demoPersonas, loadPersonas } from './commands.ts'
export { identityRoutes, roleName } from './routes.tsx'
export { type Actor, actorOf } from './rules.ts'
export type { TryOuts } from './views/Start.tsx'
