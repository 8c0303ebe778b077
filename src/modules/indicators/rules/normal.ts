/**
 * How probable a value over `z` is in the standard normal distribution; z ≥ 0. Relative error below 1e-13.
 *
 * Near the middle by the series of Marsaglia G. Evaluating the normal distribution. J Stat Softw 2004;11(4); further
 * out, where subtracting from one half would cancel, by Laplace's continued fraction (Abramowitz and Stegun 26.2.14).
 */
export function upperTail(z: number): number {
  const density = Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI)
  if (z >= 2) {
    let fraction = z
    for (let level = 200; level > 0; level--) fraction = z + level / fraction
    return density / fraction
  }
  let term = z
  let sum = z
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (z * z) / odd
    sum += term
  }
  return 0.5 - density * sum
}
