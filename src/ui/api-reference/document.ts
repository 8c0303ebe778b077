/** As much of a JSON Schema (draft 2020-12, which OpenAPI 3.1 uses) as a page of it shows. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly example?: unknown
  readonly examples?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

interface Reference {
  readonly $ref?: string
}

type Content = Readonly<Record<string, { readonly schema?: Schema; readonly example?: unknown }>>

interface Parameter extends Reference {
  readonly name?: string
  readonly in?: string
  readonly description?: string
  readonly required?: boolean
  readonly schema?: Schema
}

interface Body extends Reference {
  readonly description?: string
  readonly content?: Content
}

interface OperationObject {
  readonly tags?: readonly string[]
  readonly summary?: string
  readonly description?: string
  readonly deprecated?: boolean
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: Body
  readonly responses?: Readonly<Record<string, Body>>
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const
type Method = (typeof methods)[number]

type PathItem = { readonly parameters?: readonly Parameter[] } & {
  readonly [method in Method]?: OperationObject
}

/** As much of an OpenAPI 3.1 document as a page of it shows. */
export interface ApiDocument {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string; readonly description?: string }
  readonly tags?: readonly { readonly name: string; readonly description?: string }[]
  readonly paths?: Readonly<Record<string, PathItem | undefined>>
  readonly components?: unknown
}

/** What travels in one direction: a request's body, or the answer with one status. */
export interface Message {
  /** The status of an answer; undefined for a request. */
  readonly status?: string
  readonly description: string | undefined
  readonly contents: readonly {
    readonly mediaType: string
    readonly schema: Schema | undefined
    readonly example: unknown
  }[]
}

export interface Operation {
  /** Can stand as an `id`, the same each time the document is shown. */
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: string | undefined
  readonly description: string | undefined
  readonly isDeprecated: boolean
  readonly parameters: readonly {
    readonly name: string
    /** `path`, `query`, `header` or `cookie` */
    readonly place: string
    readonly isRequired: boolean
    readonly schema: Schema
    readonly description: string | undefined
  }[]
  readonly request: Message | undefined
  readonly answers: readonly Message[]
}

export interface OperationGroup {
  readonly tag: string
  readonly description: string | undefined
  readonly operations: readonly Operation[]
}

/**
 * What a local reference (`#/components/schemas/Round`) points at.
 * @throws when it leads nowhere: a page with a hole would be read as complete
 */
export function resolveReference(document: ApiDocument, reference: string): unknown {
  if (!reference.startsWith('#/')) throw new Error(`${reference} is not in this document`)
  let here: unknown = document
  for (const part of reference.slice(2).split('/')) {
    // RFC 6901: a slash and a tilde in a name are written ~1 and ~0.
    const name = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
    here = (here as Record<string, unknown> | undefined)?.[name]
  }
  if (here === undefined) throw new Error(`${reference} leads nowhere`)
  return here
}

const resolved = <Thing extends Reference>(document: ApiDocument, thing: Thing): Thing =>
  thing.$ref === undefined ? thing : resolved(document, resolveReference(document, thing.$ref) as Thing)

/**
 * The document's operations by their tag: first in the order in which the document lists its tags, then in the order
 * in which they are met. An operation with two tags stands under its first.
 */
export function operationGroups(document: ApiDocument): OperationGroup[] {
  const groups = new Map<string, Operation[]>(document.tags?.map(tag => [tag.name, []]))
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of methods) {
      const operation = item?.[method]
      if (!operation) continue
      const tag = operation.tags?.[0] ?? ''
      const shown = readOperation(document, path, method, operation, item.parameters ?? [])
      groups.set(tag, [...(groups.get(tag) ?? []), shown])
    }
  }
  return [...groups]
    .filter(([, operations]) => operations.length > 0)
    .map(([tag, operations]) => ({
      tag,
      description: document.tags?.find(one => one.name === tag)?.description,
      operations,
    }))
}

function readOperation(
  document: ApiDocument,
  path: string,
  method: Method,
  operation: OperationObject,
  ofPath: readonly Parameter[],
): Operation {
  return {
    id: idOf(`${method} ${path}`),
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    description: operation.description,
    isDeprecated: operation.deprecated === true,
    parameters: [...ofPath, ...(operation.parameters ?? [])].map(given => {
      const parameter = resolved(document, given)
      return {
        name: parameter.name ?? '',
        place: parameter.in ?? '',
        isRequired: parameter.required === true,
        schema: parameter.schema ?? {},
        description: parameter.description,
      }
    }),
    request: operation.requestBody && readMessage(document, operation.requestBody),
    answers: Object.entries(operation.responses ?? {}).map(([status, body]) => ({
      status,
      ...readMessage(document, body),
    })),
  }
}

/** An `id` of small letters, digits and dashes. */
export const idOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** A description must be there; this is what generators write where nobody said anything. */
const unsaid = 'Default Response'

function readMessage(document: ApiDocument, given: Body): Message {
  const body = resolved(document, given)
  return {
    description: body.description === unsaid ? undefined : body.description,
    contents: Object.entries(body.content ?? {}).map(([mediaType, { schema, example }]) => ({
      mediaType,
      schema,
      example,
    })),
  }
}
