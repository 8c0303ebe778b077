import type { z } from 'zod'

/** What somebody typed, as it came: shown again beside the errors, so that nothing is lost. */
export type Entered = Readonly<Record<string, string | readonly string[]>>
/** One sentence for each field that cannot be taken as it is. */
export type FieldErrors = Readonly<Record<string, string>>

export type FormResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: FieldErrors; readonly entered: Entered }

/**
 * Reads a posted form. A field's error is the schema's own message; where a message is a name in `sentences`, the
 * sentence is taken instead.
 */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  sentences: Readonly<Record<string, string>> = {},
): FormResult<z.output<Schema>> {
  const entered = (body ?? {}) as Entered
  const read = schema.safeParse(entered)
  if (read.success) return { ok: true, value: read.data }
  const errors: Record<string, string> = {}
  for (const issue of read.error.issues) {
    const field = String(issue.path[0] ?? '')
    errors[field] ??= sentences[issue.message] ?? issue.message
  }
  return { ok: false, errors, entered }
}
