import type { Generated } from 'kysely'

interface Box {
  id: string
  state: 'open' | 'closed'
  associations: string[]
  salt: Buffer | null
  answers: number | null
  reissued: Generated<number>
}

interface Entitlement {
  box_id: string
  holder_id: string
  stratum: string | null
  taken: boolean | null
}

interface Register {
  box_id: string
  taken: Generated<number>
  sealed: Buffer
}

interface Urn {
  box_id: string
  answers: Generated<number>
  sealed: Buffer
}

declare module '../database/tables.ts' {
  interface Tables {
    'anonymous.box': Box
    'anonymous.entitlement': Entitlement
    'anonymous.register': Register
    'anonymous.urn': Urn
  }
}
