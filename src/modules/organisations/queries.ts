import './tables.ts'
import type { Reader } from '../../platform/database/tables.ts'

export interface AssociationRef {
  readonly id: string
  /** Short name for files and addresses: `norra-vastmanland`. */
  readonly slug: string
  readonly name: string
}

/** All associations, in alphabetical order. */
export const associations = (db: Reader): Promise<AssociationRef[]> =>
  db.selectFrom('organisations.association').select(['id', 'slug', 'name']).orderBy('name').execute()

export interface Initiative {
  readonly id: string
  readonly associationId: string
  readonly name: string
}

/** What the associations finance, in alphabetical order. */
export const initiativesOf = (db: Reader, associationId?: string): Promise<Initiative[]> =>
  db
    .selectFrom('organisations.initiative')
    .select(['id', 'association_id as associationId', 'name'])
    .$if(associationId !== undefined, query => query.where('association_id', '=', associationId ?? ''))
    .orderBy('name')
    .execute()
