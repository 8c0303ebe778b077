/** Whole numbers that look random and are the same on every machine for the same seed. */
export type Random = {
  /** A whole number 0 … 2³² − 1. */
  readonly next: () => number
  /** A whole number 0 … `count` − 1; `count` is 1 … 2³². */
  readonly below: (count: number) => number
}

/**
 * xoshiro128** 1.1 (Blackman and Vigna 2018, public domain), its state filled by splitmix32.
 * Only 32-bit integer operations and one exact division, so no engine or processor can answer otherwise.
 * `seed` is any safe integer; both its halves count.
 */
export function randomFrom(seed: number): Random {
  const fill = splitmix32((seed >>> 0) ^ Math.imul(Math.floor(seed / 2 ** 32) >>> 0, 0x9e3779b1))
  return xoshiro128(fill(), fill(), fill(), fill())
}

/** The generator from its four words of state, not all 0. */
export function xoshiro128(a: number, b: number, c: number, d: number): Random {
  const next = () => {
    const answer = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return answer
  }
  return { next, below: count => Math.floor((next() / 2 ** 32) * count) }
}

const rotate = (word: number, bits: number) => (word << bits) | (word >>> (32 - bits))

function splitmix32(start: number): () => number {
  let state = start | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let word = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97)
    return word ^ (word >>> 15)
  }
}
