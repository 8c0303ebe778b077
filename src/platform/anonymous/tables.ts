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
  taken: Buffer | null
}

interface SealedAnswer {
  box_id: string
  right_hash: Buffer
  sealed: Buffer
}

declare module '../database/tables.ts' {
  interface Tables {
    'anonymous.box': Box
    'anonymous.entitlement': Entitlement
    'anonymous.sealed_answer': SealedAnswer
  }
}
