interface Association {
  id: string
  slug: string
  name: string
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    'organisations.association': Association
  }
}
