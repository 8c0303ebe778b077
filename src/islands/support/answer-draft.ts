/** A respondent's answers as they lie on the phone, in this browser's storage and nowhere else. */
export interface AnswerDraft {
  /** The fields of the form, as they are sent. */
  readonly fields: string
  /** True from the moment when they are handed in until the server has answered. */
  readonly waits: boolean
  /** Path and query of the page that they were written on. */
  readonly page: string
}

const prefix = 'answers '

/** @param visit whose answers they are: another right on the same phone finds nothing */
export function readAnswers(visit: string): AnswerDraft | undefined {
  try {
    return JSON.parse(localStorage.getItem(prefix + visit) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

export function keepAnswers(visit: string, draft: AnswerDraft): void {
  try {
    localStorage.setItem(prefix + visit, JSON.stringify(draft))
  } catch {
    // Storage is full or forbidden: the page still holds what is filled in.
  }
}

/** Who borrows the phone tomorrow does not find what was answered today. */
export function forgetAnswers(except?: string): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(prefix) && key !== prefix + except) localStorage.removeItem(key)
  } catch {
    // Storage is forbidden: there is nothing to forget.
  }
}

/** The page of answers that were handed in under this path and have not been received yet. */
export function waitingPage(home: string): string | undefined {
  try {
    return Object.keys(localStorage)
      .filter(key => key.startsWith(prefix))
      .map(key => readAnswers(key.slice(prefix.length)))
      .find(draft => draft?.waits && draft.page.startsWith(`${home}/`))?.page
  } catch {
    return undefined
  }
}
