/**
 * The quantile of Student's t distribution: the value that a share `probability` of it lies below. Relative error below
 * 1e-12 for 0.5 ≤ probability ≤ 0.9999 and at least one degree of freedom; other arguments throw.
 *
 * By Newton's method from the middle outwards. The distribution is concave there, so no step goes too far.
 */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  if (!(probability >= 0.5 && probability <= 0.9999)) throw new RangeError('a probability from 0.5 to 0.9999')
  if (!(degreesOfFreedom >= 1)) throw new RangeError('at least one degree of freedom')
  const density = densityOf(degreesOfFreedom)
  for (let t = 0; ; ) {
    const step = (upperTail(t, degreesOfFreedom, density) - (1 - probability)) / density(t)
    t += step
    if (step <= t * 1e-15) return t
  }
}

/**
 * The probability of a value over t ≥ 0. Two series of the incomplete beta function whose terms are all positive, so that
 * nothing cancels: from the middle for small t, from the far end for large t (Abramowitz and Stegun 26.5.4 and 26.5.23).
 */
function upperTail(t: number, v: number, density: (t: number) => number): number {
  const square = t * t
  if (square > v) return (t * density(t) * series(v / (v + square), v + 1, v + 2)) / v
  return 0.5 - t * density(t) * series(square / (v + square), v + 1, 3)
}

/** 1 + a/b x + a(a + 2)/(b(b + 2)) x² + …, for 0 ≤ x ≤ 1/2. */
function series(x: number, a: number, b: number): number {
  let term = 1
  let sum = 1
  for (let k = 0; term > sum * 1e-17; k += 2) {
    term *= ((a + k) / (b + k)) * x
    sum += term
  }
  return sum
}

const densityOf = (v: number): ((t: number) => number) => {
  const height = gammaRatio(v / 2) / Math.sqrt(v * Math.PI)
  return t => height * Math.exp((-(v + 1) / 2) * Math.log1p((t * t) / v))
}

/**
 * Γ(x + ½) / Γ(x). The asymptotic series where it is exact (x from 50), and from there down by Γ(x + 1) = xΓ(x). A
 * difference of two logarithms would lose a digit with every power of ten of x.
 */
function gammaRatio(x: number): number {
  if (x < 50) return (gammaRatio(x + 1) * x) / (x + 0.5)
  const y = 1 / x
  const corrections = [-1 / 8, 1 / 128, 5 / 1024, -21 / 32768, -399 / 262144, 869 / 4194304]
  return Math.sqrt(x) * (1 + corrections.reduceRight((sum, factor) => (sum + factor) * y, 0))
}
