import type { IncomingHttpHeaders } from 'node:http'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request that changes something comes from a page of ours. Browsers say where a form was sent from, and no
 * script can change what they say; a request without any such word is let through only when it carries no cookie, and so
 * nobody's rights.
 * Source: OWASP, Cross-Site Request Forgery Prevention, "Verifying Origin With Standard Headers".
 */
export function isFromOurselves(method: string, headers: IncomingHttpHeaders, publicOrigin: string): boolean {
  if (safeMethods.has(method)) return true
  const from = headers.origin ?? originOf(headers.referer)
  if (from !== undefined) return from === publicOrigin || hostOf(from) === headers.host
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  return headers.cookie === undefined
}

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined
const originOf = (address: string | undefined): string | undefined =>
  address === undefined ? undefined : URL.canParse(address) ? new URL(address).origin : 'null'
