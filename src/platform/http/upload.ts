import type { FastifyRequest } from 'fastify'

export interface Upload {
  /** Undefined where no file was chosen. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | undefined
  /** The other fields of the form. */
  readonly fields: Readonly<Record<string, string>>
}

/**
 * Reads a form that a file may travel with; a form without one is read too.
 * @throws with status 413 when the file is larger than the server takes
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) return { file: undefined, fields: textsOf(request.body) }
  const fields: Record<string, string> = {}
  let file: Upload['file']
  for await (const part of request.parts()) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value)
    else {
      const bytes = await part.toBuffer()
      // A browser sends a file without name and bytes where none was chosen.
      if (part.filename !== '' || bytes.length > 0) file = { name: part.filename, bytes }
    }
  }
  return { file, fields }
}

const textsOf = (body: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
