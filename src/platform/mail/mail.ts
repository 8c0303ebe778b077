import { createTransport } from 'nodemailer'

export interface Letter {
  readonly to: string
  readonly subject: string
  /** Plain text: every reader and every screen reader opens it, and nothing in it can track. */
  readonly text: string
}

export interface Mail {
  /** False when no mail server is set: letters are then handed over by hand. */
  readonly isSet: boolean
  /** @throws when the server did not take the letter; a job tries again */
  send(letter: Letter): Promise<void>
  close(): void
}

/** Sends letters over SMTP. Call it from a job, after the commit, never from a request. */
export function openMail(settings: { readonly url: string; readonly from: string } | undefined): Mail {
  if (!settings) return { isSet: false, send: async () => {}, close() {} }
  const transport = createTransport(settings.url)
  return {
    isSet: true,
    async send(letter) {
      await transport.sendMail({ from: settings.from, ...letter })
    },
    close: () => transport.close(),
  }
}
