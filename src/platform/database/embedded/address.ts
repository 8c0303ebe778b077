import { adminName } from './cluster.ts'

/** The database that the program keeps everything in. */
export const databaseName = 'mellanrum'

/** How `pg` and Kysely reach a database as its superuser. A secret: never logged. */
export const addressOf = (database: string, password: string, socketFolder: string): string =>
  `postgres://${adminName}:${password}@/${database}?host=${encodeURI(socketFolder)}&port=5432`
