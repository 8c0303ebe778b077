/** A ballot as it lies on the phone, in this browser's storage and nowhere else. */
export interface Draft {
  /** The fields as they are sent: `item-1=yes&item-2=no`. */
  readonly marks: string
  readonly scroll: number
  /** True from the moment when the voter has handed it in until the server has answered. */
  readonly waits: boolean
  /** What the server has received, and when (ISO 8601). */
  readonly received?: { readonly marks: string; readonly at: string }
}

const prefix = 'ballot '

export function readDraft(boxId: string): Draft | undefined {
  try {
    return JSON.parse(localStorage.getItem(prefix + boxId) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

export function keepDraft(boxId: string, draft: Draft): void {
  try {
    localStorage.setItem(prefix + boxId, JSON.stringify(draft))
  } catch {
    // Storage is full or forbidden: the page still holds what is filled in.
  }
}

/** Who borrows the phone tomorrow does not find what was voted today. */
export function forgetOtherDrafts(boxId: string): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(prefix) && key !== prefix + boxId) localStorage.removeItem(key)
  } catch {
    // Storage is forbidden: there is nothing to forget.
  }
}
