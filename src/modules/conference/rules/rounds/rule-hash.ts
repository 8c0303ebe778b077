import { createHash } from 'node:crypto'
import type { VotingRule } from './rule.ts'

/**
 * SHA-256 over the rule's canonical JSON, in hexadecimal: 64 signs that experts can compare before and after the vote.
 * Canonical: keys in code point order at every level, no white space, so the order in which a form or a database gives
 * the fields does not matter.
 */
export const ruleHash = (rule: VotingRule): string =>
  createHash('sha256').update(canonicalJson(rule)).digest('hex')

export const canonicalJson = (value: unknown): string => JSON.stringify(value, sortedKeys)

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
