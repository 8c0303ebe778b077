import {
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/**
 * A right to answer once, that the server signs and does not keep.
 *
 * The browser keeps a number (the nonce) that the server never stores. Taking the right stores one hash of it with
 * the holder; the answer carries another. Neither hash leads to the other without the nonce, also not for whoever
 * has the installation's secret.
 */
export interface Right {
  readonly boxId: string
  /** A group of holders large enough to hide in, or null. */
  readonly stratum: string | null
  readonly nonce: Buffer
}

/** What one box signs rights with and seals its two books with; made from the installation's secret and the box's salt. */
export interface BoxKeys {
  readonly signing: KeyObject
  readonly urn: KeyObject
  readonly register: KeyObject
}

const nonceBytes = 32

export const newNonce = (): Buffer => randomBytes(nonceBytes)
export const newSalt = (): Buffer => randomBytes(nonceBytes)

export function boxKeys(secret: string, salt: Buffer): BoxKeys {
  const derive = (use: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', secret, salt, `mellanrum anonymous ${use}`, 32)))
  return { signing: derive('signing'), urn: derive('urn'), register: derive('register') }
}

/** What a holder is kept under in the register. */
export const holderHash = (boxId: string, holderId: string): Buffer =>
  createHash('sha256').update('holder').update(boxId).update(holderId).digest()

/** What is kept with the holder: tells the same browser's second try from another browser's. */
export const takenHash = (boxId: string, nonce: Buffer): Buffer =>
  createHash('sha256').update('taken').update(boxId).update(nonce).digest()

/** What the answer is kept under: the same right replaces its own answer and adds no second. */
export const answerHash = (right: Right): Buffer =>
  createHash('sha256').update('answer').update(right.boxId).update(right.nonce).digest()

const signature = (keys: BoxKeys, right: Right): Buffer =>
  createHmac('sha256', keys.signing)
    .update(`${right.boxId}\n${right.stratum ?? ''}\n`)
    .update(right.nonce)
    .digest()

/** The right as text for a cookie: nonce, signature and stratum, all base64url, with dots between. */
export function signRight(keys: BoxKeys, right: Right): string {
  const stratum = Buffer.from(right.stratum ?? '', 'utf8')
  return [right.nonce, signature(keys, right), stratum].map(part => part.toString('base64url')).join('.')
}

/** The right in a token, or undefined when this box did not sign it. */
export function readRight(keys: BoxKeys, boxId: string, token: string): Right | undefined {
  const [nonce, signed, stratum = ''] = token.split('.').map(part => Buffer.from(part, 'base64url'))
  if (nonce?.length !== nonceBytes || signed === undefined) return undefined
  const right = { boxId, nonce, stratum: stratum.toString() || null }
  const expected = signature(keys, right)
  return signed.length === expected.length && timingSafeEqual(signed, expected) ? right : undefined
}
