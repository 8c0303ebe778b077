interface Association {
  id: string
  slug: string
  name: string
}

interface Initiative {
  id: string
  association_id: string
  name: string
  /** Dates without time, `YYYY-MM-DD`. */
  starts_on: string | null
  ends_on: string | null
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    'organisations.association': Association
    'organisations.initiative': Initiative
  }
}
