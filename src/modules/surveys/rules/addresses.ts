/** Where whoever has the link or the QR code of a unit answers. `publicUrl` as in the settings. */
export const unitAddress = (publicUrl: string, link: string): string =>
  `${publicUrl.replace(/\/$/, '')}/svara/${link}`

/** Where a one-time code is written in. The code stands after `#`, which browsers do not send, so that no log has it. */
export const codeAddress = (publicUrl: string, code: string): string =>
  `${publicUrl.replace(/\/$/, '')}/svara#${code}`
