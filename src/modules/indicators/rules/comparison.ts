import { type FunnelLimits, type FunnelPlace, funnelLimits, placeInFunnel } from './funnel.ts'
import type { Difference, Proportion } from './proportion.ts'
import { newcombe, pOfEquality, shareOf } from './proportion.ts'
import { nationalParts } from './suppression.ts'
import { type Judgement, judge } from './verdict.ts'

/** An association's whole among others; none of fewer than five is among them. */
export type ComparedUnit = Proportion & { readonly associationId: string; readonly name: string }

/** All that compare, against what chance alone would give. */
export type Comparison = {
  /** The share of all together. */
  readonly average: number
  readonly n: number
  readonly units: readonly (ComparedUnit & { readonly share: number; readonly place: FunnelPlace })[]
  /** Close enough to be drawn as a curve. */
  readonly limits: readonly (FunnelLimits & { readonly n: number })[]
  /** The own association against the others without it; null when it is not among them, or alone. */
  readonly own: { readonly by: Difference; readonly judged: Judgement } | null
}

/** Fewer than three have nobody to be compared with: two would show each other. */
const fewestUnits = 3
const curvePoints = 40

/** The comparison of associations on one measure, or undefined when too few take part. */
export function compare(units: readonly ComparedUnit[], ownId: string): Comparison | undefined {
  const { parts } = nationalParts(new Map(units.map(unit => [unit.associationId, unit.n])))
  const shown = units.filter(({ associationId }) => parts.has(associationId))
  if (shown.length < fewestUnits) return undefined
  const all = together(shown)
  const average = shareOf(all)
  const own = shown.find(({ associationId }) => associationId === ownId)
  return {
    average,
    n: all.n,
    units: shown.map(unit => ({ ...unit, share: shareOf(unit), place: placeIn(average, unit) })),
    limits: average === 0 || average === 1 ? [] : curve(average, Math.max(...shown.map(({ n }) => n))),
    own: own ? against(own, together(shown.filter(unit => unit !== own))) : null,
  }
}

/** Where everybody or nobody is favourable, nothing is outside. */
const placeIn = (average: number, unit: Proportion): FunnelPlace =>
  average === 0 || average === 1 ? 'within' : placeInFunnel(average, unit)

const together = (units: readonly Proportion[]): Proportion =>
  units.reduce((sum, { n, favourable }) => ({ n: sum.n + n, favourable: sum.favourable + favourable }), {
    n: 0,
    favourable: 0,
  })

function against(own: Proportion, others: Proportion) {
  const by = newcombe(own, others)
  return { by, judged: judge(by, pOfEquality(own, others) <= 0.05) }
}

function curve(average: number, most: number) {
  const sizes = Array.from({ length: curvePoints }, (_, place) =>
    Math.round(5 + ((Math.max(10, most) * 1.04 - 5) * place ** 2) / (curvePoints - 1) ** 2),
  )
  return [...new Set(sizes)].map(n => ({ n, ...funnelLimits(average, n) }))
}
