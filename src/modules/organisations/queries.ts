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
