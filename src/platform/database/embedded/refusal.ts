/** Why PostgreSQL could not be started; the error's message is the sentence for the person at the terminal. */
export type Refusal =
  | 'already-running'
  | 'no-binaries'
  | 'no-account'
  | 'folder-closed'
  | 'folder-not-ours'
  | 'other-version'
  | 'did-not-start'

/** What `startEmbedded` throws. `message` says what happened and what to do, in one or two sentences. */
export class EmbeddedDatabaseError extends Error {
  readonly reason: Refusal

  constructor(reason: Refusal, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'EmbeddedDatabaseError'
    this.reason = reason
  }
}
