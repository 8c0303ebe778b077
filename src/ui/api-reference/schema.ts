import { type ApiDocument, resolveReference, type Schema } from './document.ts'

/** One value that a schema speaks of, as a row to read. */
export interface SchemaRow {
  /** Where it is: `rounds[].items`; empty for a schema that is one value. */
  readonly name: string
  /** As TypeScript writes it, which reads the same in all languages: `"open" | "closed"`, `string[]`. */
  readonly type: string
  /** What the type does not say: `uuid`, `1–9`. */
  readonly limits: string
  readonly isRequired: boolean
  readonly description: string | undefined
}

/** References that are being followed: a schema that holds itself is not followed for ever. */
type Trail = readonly string[]

/** Every value of a schema, outermost first. */
export const schemaRows = (document: ApiDocument, schema: Schema): SchemaRow[] =>
  rowsUnder(document, schema, '', true, [], true)

function rowsUnder(
  document: ApiDocument,
  given: Schema,
  name: string,
  isRequired: boolean,
  trail: Trail,
  isOutermost = false,
): SchemaRow[] {
  const row = (): SchemaRow => ({
    name,
    type: typeOf(document, given, trail),
    limits: limitsOf(document, given, trail),
    isRequired,
    description:
      given.description ??
      (isFollowed(given, trail) ? undefined : follow(document, given, trail).schema.description),
  })
  if (isFollowed(given, trail)) return [row()]
  const inside = follow(document, given, trail)
  const below = rowsInside(document, inside.schema, name, inside.trail)
  // What the outermost object is, its rows say.
  return isOutermost && below.length > 0 ? below : [row(), ...below]
}

function rowsInside(document: ApiDocument, schema: Schema, name: string, trail: Trail): SchemaRow[] {
  const { properties, required } = fieldsOf(document, schema, trail)
  const rows = Object.entries(properties).flatMap(([field, value]) =>
    rowsUnder(document, value, name === '' ? field : `${name}.${field}`, required.includes(field), trail),
  )
  if (schema.items && holdsFields(document, schema.items, trail)) {
    const item = follow(document, schema.items, trail)
    rows.push(...rowsInside(document, item.schema, `${name}[]`, item.trail))
  }
  if (
    typeof schema.additionalProperties === 'object' &&
    Object.keys(schema.additionalProperties).length > 0
  ) {
    rows.push(
      ...rowsUnder(document, schema.additionalProperties, name === '' ? '*' : `${name}.*`, false, trail),
    )
  }
  return rows
}

const isFollowed = (schema: Schema, trail: Trail) => schema.$ref !== undefined && trail.includes(schema.$ref)

/** The schema itself where it is a reference, and the trail that leads there. */
function follow(document: ApiDocument, schema: Schema, trail: Trail): { schema: Schema; trail: Trail } {
  if (schema.$ref === undefined) return { schema, trail }
  const found = resolveReference(document, schema.$ref) as Schema
  return follow(document, found, [...trail, schema.$ref])
}

const alternativesOf = (schema: Schema): readonly Schema[] => schema.oneOf ?? schema.anyOf ?? []

function holdsFields(document: ApiDocument, given: Schema, trail: Trail): boolean {
  if (isFollowed(given, trail)) return false
  const { schema, trail: deeper } = follow(document, given, trail)
  return (
    Object.keys(fieldsOf(document, schema, deeper).properties).length > 0 ||
    (schema.items !== undefined && holdsFields(document, schema.items, deeper))
  )
}

/** Fields of an object, of all parts of an `allOf`, and of each alternative; of those only what all require is required. */
function fieldsOf(
  document: ApiDocument,
  schema: Schema,
  trail: Trail,
): { properties: Readonly<Record<string, Schema>>; required: readonly string[] } {
  const partOf = (part: Schema) => {
    if (isFollowed(part, trail)) return { properties: {}, required: [] }
    const inside = follow(document, part, trail)
    return fieldsOf(document, inside.schema, inside.trail)
  }
  const together = (schema.allOf ?? []).map(partOf)
  const alternatives = alternativesOf(schema).map(partOf)
  const requiredByAll = (alternatives[0]?.required ?? []).filter(field =>
    alternatives.every(one => one.required.includes(field)),
  )
  return {
    properties: Object.assign(
      {},
      ...[...alternatives, ...together].map(one => one.properties),
      schema.properties,
    ) as Record<string, Schema>,
    required: [...(schema.required ?? []), ...together.flatMap(one => one.required), ...requiredByAll],
  }
}

/** The type in TypeScript's words. */
export function typeOf(document: ApiDocument, given: Schema, trail: Trail = []): string {
  if (isFollowed(given, trail)) return given.$ref?.split('/').at(-1) ?? 'unknown'
  const { schema, trail: deeper } = follow(document, given, trail)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map(value => JSON.stringify(value)).join(' | ')
  const alternatives = alternativesOf(schema)
  if (alternatives.length > 0) {
    return [...new Set(alternatives.map(one => typeOf(document, one, deeper)))].join(' | ')
  }
  if (schema.allOf) return 'object'
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  if (types.length === 0) return schema.properties ? 'object' : 'unknown'
  return types.map(type => (type === 'array' ? listOf(document, schema, deeper) : type)).join(' | ')
}

function listOf(document: ApiDocument, schema: Schema, trail: Trail): string {
  const item = schema.items ? typeOf(document, schema.items, trail) : 'unknown'
  return item.includes(' | ') ? `(${item})[]` : `${item}[]`
}

/** Format, pattern and bounds, with commas between; bounds that are only the largest numbers of JavaScript say nothing. */
export function limitsOf(document: ApiDocument, given: Schema, trail: Trail = []): string {
  if (isFollowed(given, trail)) return ''
  const { schema, trail: deeper } = follow(document, given, trail)
  const isBound = (value: number | undefined) =>
    value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined
  const own = [
    schema.format,
    schema.format ? undefined : schema.pattern,
    between(isBound(schema.minimum), isBound(schema.maximum), ''),
    between(schema.minLength, schema.maxLength, ' length'),
    between(schema.minItems, schema.maxItems, ' items'),
    schema.default === undefined ? undefined : `= ${JSON.stringify(schema.default)}`,
  ]
  const ofAlternatives = alternativesOf(schema).map(one => limitsOf(document, one, deeper))
  return [...new Set([...own, ...ofAlternatives])].filter(Boolean).join(', ')
}

function between(least: number | undefined, most: number | undefined, unit: string): string | undefined {
  if (least === undefined && most === undefined) return undefined
  if (least === undefined) return `≤ ${most}${unit}`
  if (most === undefined) return `≥ ${least}${unit}`
  return least === most ? `${least}${unit}` : `${least}–${most}${unit}`
}

const exampleOfFormat: Readonly<Record<string, unknown>> = {
  uuid: '7f2b0c5e-9d41-4a36-8a63-2f1f6c1b9e10',
  date: '2014-05-15',
  'date-time': '2014-05-15T09:30:00Z',
  email: 'namn@example.se',
  uri: 'https://example.se/',
}

const exampleOfType: Readonly<Record<string, unknown>> = {
  string: 'text',
  integer: 1,
  number: 1,
  boolean: true,
  null: null,
}

/** A value that the schema could take; the document's own examples come first. */
export function exampleOf(document: ApiDocument, given: Schema, trail: Trail = []): unknown {
  if (isFollowed(given, trail)) return {}
  const { schema, trail: deeper } = follow(document, given, trail)
  const own = [schema.example, schema.examples?.[0], schema.const, schema.default, schema.enum?.[0]]
  const said = own.find(value => value !== undefined)
  if (said !== undefined) return said
  const { properties } = fieldsOf(document, schema, deeper)
  if (Object.keys(properties).length > 0) {
    return Object.fromEntries(
      Object.entries(properties).map(([field, value]) => [field, exampleOf(document, value, deeper)]),
    )
  }
  const [alternative] = alternativesOf(schema)
  if (alternative) return exampleOf(document, alternative, deeper)
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0]
  if (type === 'array') return exampleOfList(document, schema, deeper)
  if (type === 'object') return {}
  const inFormat = schema.format === undefined ? undefined : exampleOfFormat[schema.format]
  if (inFormat !== undefined) return inFormat
  return schema.minimum !== undefined && schema.minimum > 1
    ? schema.minimum
    : (exampleOfType[type ?? ''] ?? null)
}

const exampleOfList = (document: ApiDocument, schema: Schema, trail: Trail): unknown[] =>
  // A list of what it stands in would have no end.
  schema.items && !isFollowed(schema.items, trail) ? [exampleOf(document, schema.items, trail)] : []
