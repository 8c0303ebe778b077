interface Account {
  id: string
  role: string
  associations: string[]
  persona: string | null
  active: boolean
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    'identity.account': Account
  }
}
