import type { Kysely } from 'kysely'

/**
 * All tables of the program, by `schema.table`. Each module adds its own through
 * `declare module` in its `tables.ts`, so that a query on a table nobody declared does not compile.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the modules fill it
export interface Tables {}

declare const writable: unique symbol

/** A connection inside a transaction that only reads. The actor and the room are set in the database. */
export type Reader = Kysely<Tables>

/** A connection inside a transaction that may write: a command that demands one cannot be called without. */
export type Transaction = Reader & { readonly [writable]: true }
