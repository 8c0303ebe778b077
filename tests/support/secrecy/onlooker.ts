import pg from 'pg'
import type { StoredRow } from './observation.ts'

/** Somebody who runs the database and reads all that lies in it. */
export interface Onlooker {
  /** False where PostgreSQL's `pageinspect` is not installed: then dead rows are only searched as bytes of the files. */
  readonly seesDeadRows: boolean
  /** Every row of every table, catalogues that hold values of others (statistics, large objects) and TOAST included. */
  look(): Promise<StoredRow[]>
  /** What lies in the database's files and, since the onlooker came, in the write-ahead log. */
  files(): AsyncGenerator<{ name: string; bytes: Buffer }>
  /** The onlooker's own connection, as a superuser. */
  readonly client: pg.Client
  close(): Promise<void>
}

/** @param adminUrl the database, as a superuser */
export async function openOnlooker(adminUrl: string): Promise<Onlooker> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  const { rows: came } = await client.query<{ now: Date }>('select now()')
  const began = came[0]?.now
  const seesDeadRows = await prepareToInspect(client)
  const rowsByKey = new Map<string, StoredRow>()
  /** The row as it was seen before, where it is the same: so that rows can be compared as objects. */
  const same = (row: StoredRow): StoredRow => {
    const key = JSON.stringify(row)
    const before = rowsByKey.get(key) ?? row
    rowsByKey.set(key, before)
    return before
  }

  return {
    seesDeadRows,
    client,
    async look() {
      const tables = await tablesIn(client)
      const live = (await liveRows(client, tables)).map(same)
      if (!seesDeadRows) return live
      const places = new Set(live.map(row => `${row.table} ${row.place}`))
      const dead = (await inspectedRows(client, tables)).filter(
        row => !places.has(`${row.table} ${row.place}`),
      )
      return [...live, ...dead.map(same)]
    },
    async *files() {
      await client.query('checkpoint')
      const { rows } = await client.query<{ name: string }>(
        `select 'base/' || oid || '/' || file as name
           from pg_catalog.pg_database, pg_catalog.pg_ls_dir('base/' || oid) as file
           where datname = pg_catalog.current_database() and file ~ '^\\d'
         union all
         select 'pg_wal/' || name from pg_catalog.pg_ls_waldir() where modification >= $1::timestamptz - interval '1 second'`,
        [began],
      )
      for (const { name } of rows) {
        // A file may be gone: the write-ahead log is used anew.
        const read = await client.query<{ bytes: Buffer | null }>(
          'select pg_catalog.pg_read_binary_file($1, 0, size, true) as bytes from pg_catalog.pg_stat_file($1, true)',
          [name],
        )
        const bytes = read.rows[0]?.bytes
        if (bytes) yield { name, bytes }
      }
    },
    close: () => client.end(),
  }
}

/** The onlooker's own schema, which is not looked at. */
const ownSchema = 'onlooker'

async function prepareToInspect(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_catalog.pg_available_extensions where name = 'pageinspect'`,
  )
  if (!rowCount) return false
  await client.query(`create schema ${ownSchema}`)
  await client.query(`create extension pageinspect schema ${ownSchema}`)
  // Before PostgreSQL 16 its functions find each other only so.
  await client.query(`set search_path = ${ownSchema}`)
  return true
}

interface Table {
  readonly oid: number
  readonly name: string
  readonly kind: 'r' | 'm' | 't' | 'S'
  /** By number; one that was dropped has no name. */
  readonly columns: readonly { readonly name: string | null; readonly type: string }[]
}

async function tablesIn(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    with chosen as (
      select class.oid, reltoastrelid, relkind
      from pg_catalog.pg_class as class join pg_catalog.pg_namespace as namespace on namespace.oid = relnamespace
      where relkind in ('r', 'm', 'S') and (
        nspname not in ('pg_catalog', 'information_schema', 'pg_toast', '${ownSchema}')
        or (nspname = 'pg_catalog' and relname in ('pg_statistic', 'pg_statistic_ext_data', 'pg_largeobject'))
      )
    ), stored as (
      select oid, relkind from chosen union all select reltoastrelid, 't' from chosen where reltoastrelid <> 0
    )
    select stored.oid::int, relkind as kind, (
      select pg_catalog.quote_ident(nspname) || '.' || pg_catalog.quote_ident(relname)
      from pg_catalog.pg_class as class join pg_catalog.pg_namespace as namespace on namespace.oid = relnamespace
      where class.oid = stored.oid
    ) as name, (
      select coalesce(json_agg(json_build_object(
        'name', case when attisdropped then null else attname end,
        'type', coalesce(atttypid::regtype::text, '')) order by attnum), '[]')
      from pg_catalog.pg_attribute where attrelid = stored.oid and attnum > 0
    ) as columns
    from stored order by name`)
  return rows
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

interface LiveRow {
  readonly t: number
  readonly ctid: string
  readonly xmin: string
  readonly xmax: string
  readonly values: readonly (string | null)[]
}

async function liveRows(client: pg.Client, tables: readonly Table[]): Promise<StoredRow[]> {
  const columnsOf = tables.map(({ columns }) => columns.flatMap(({ name }) => (name === null ? [] : [name])))
  const question = tables.map(
    ({ name }, place) =>
      `select ${place} as t, ctid::text, xmin::text, xmax::text,
        to_json(array[${(columnsOf[place] ?? []).map(column => `${quoted(column)}::text`)}]::text[]) as values from ${name}`,
  )
  const { rows } = await client.query<LiveRow>(question.join(' union all '))
  return rows.map(({ t, ctid, xmin, xmax, values }) => ({
    table: tables[t]?.name ?? '',
    place: placeOf(ctid),
    xmin: Number(xmin),
    xmax: Number(xmax),
    isDead: false,
    columns: Object.fromEntries(values.map((value, at) => [columnsOf[t]?.[at] ?? '', value])),
  }))
}

/** `(block,line)` */
function placeOf(ctid: string): readonly [number, number] {
  const [block = 0, line = 0] = ctid.slice(1, -1).split(',').map(Number)
  return [block, line]
}

interface InspectedRow extends Omit<LiveRow, 'ctid' | 'values'> {
  readonly block: number
  readonly line: number
  /** Hexadecimal, as they lie in the block. */
  readonly values: readonly (string | null)[]
}

/** HEAP_XMIN_COMMITTED and HEAP_XMAX_INVALID, which PostgreSQL notes when it first finds it out. */
const certainlyLive = 0x0100 | 0x0800

/** Every version that lies in a block, but those that are noted to be live. */
async function inspectedRows(client: pg.Client, tables: readonly Table[]): Promise<StoredRow[]> {
  const question = tables.flatMap(({ oid, name, kind }, place) =>
    kind === 'S'
      ? []
      : [
          `select ${place} as t, block::int, lp::int as line, t_xmin::text as xmin, t_xmax::text as xmax,
            to_json(array(select encode(value, 'hex') from unnest(t_attrs) with ordinality as one (value, at) order by at)) as values
          from generate_series(0, pg_catalog.pg_relation_size(${oid}) / 8192 - 1) as block,
            lateral ${ownSchema}.heap_page_item_attrs(
              ${ownSchema}.get_raw_page(${pg.escapeLiteral(name)}, block::int), ${oid}::regclass, false)
          where t_attrs is not null and (t_infomask & ${certainlyLive}) <> ${certainlyLive}`,
        ],
  )
  const { rows } = await client.query<InspectedRow>(question.join(' union all '))
  return rows.map(({ t, block, line, xmin, xmax, values }) => ({
    table: tables[t]?.name ?? '',
    place: [block, line],
    xmin: Number(xmin),
    xmax: Number(xmax),
    isDead: true,
    columns: Object.fromEntries(
      (tables[t]?.columns ?? []).map(({ name, type }, at) => [
        name ?? `dropped ${at}`,
        written(values[at], type),
      ]),
    ),
  }))
}

const texts = new Set(['text', 'character varying', 'character', 'json', 'xml'])

/** A value as it would be written, where that is simple to tell from its bytes; else the bytes. */
function written(hex: string | null | undefined, type: string): string | null {
  if (hex === null || hex === undefined) return null
  const bytes = Buffer.from(hex, 'hex')
  if (type === 'uuid') return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  if (type === 'smallint') return String(bytes.readInt16LE())
  if (type === 'integer') return String(bytes.readInt32LE())
  if (type === 'bigint' || type.startsWith('timestamp')) return String(bytes.readBigInt64LE())
  const content = contentOf(bytes)
  return texts.has(type) ? content.toString() : `\\x${content.toString('hex')}`
}

/** Without the length before it, which is one byte or four, on machines that store the lowest byte first. */
function contentOf(bytes: Buffer): Buffer {
  const [first = 0] = bytes
  if (first > 1 && first % 2 === 1 && first >> 1 === bytes.length) return bytes.subarray(1)
  if (bytes.length >= 4 && bytes.readUInt32LE() >> 2 === bytes.length) return bytes.subarray(4)
  return bytes
}
