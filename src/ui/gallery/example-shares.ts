import type { FunnelLimit, FunnelPlace } from '../charts/FunnelPlot.tsx'
import type { ShownShare } from '../charts/share-figure.ts'

type Figures = readonly [share: number, n: number, low: number, high: number]
const figure = ([share, n, low, high]: Figures): ShownShare => ({ share, n, low, high })

/** Of invented answers, with their intervals by Wilson's method. */
const five: readonly Figures[] = [
  [0.463, 41, 0.321, 0.613],
  [0.545, 44, 0.401, 0.683],
  [0.647, 51, 0.51, 0.764],
  [0.692, 52, 0.557, 0.801],
]
const run: readonly Figures[] = [
  [0.455, 44, 0.317, 0.599],
  [0.511, 45, 0.37, 0.65],
  [0.475, 40, 0.329, 0.625],
  [0.468, 47, 0.333, 0.608],
  [0.488, 43, 0.346, 0.632],
  [0.522, 46, 0.381, 0.659],
  [0.636, 44, 0.489, 0.762],
  [0.652, 46, 0.508, 0.773],
  [0.674, 43, 0.525, 0.795],
  [0.688, 48, 0.547, 0.801],
  [0.689, 45, 0.543, 0.805],
  [0.723, 47, 0.582, 0.831],
]
const months: readonly (readonly [...Figures, from: number, to: number])[] = [
  [0.667, 30, 0.488, 0.808, 0.437, 0.943],
  [0.78, 50, 0.648, 0.872, 0.494, 0.886],
  [0.694, 36, 0.531, 0.82, 0.459, 0.921],
  [0.643, 84, 0.536, 0.737, 0.538, 0.841],
  [0.678, 87, 0.574, 0.767, 0.541, 0.839],
  [0.643, 84, 0.536, 0.737, 0.538, 0.841],
  [0.697, 33, 0.527, 0.826, 0.448, 0.931],
  [0.63, 73, 0.515, 0.732, 0.527, 0.852],
  [0.849, 53, 0.729, 0.921, 0.499, 0.88],
  [0.649, 37, 0.488, 0.782, 0.462, 0.918],
  [0.719, 64, 0.599, 0.814, 0.516, 0.863],
  [0.739, 46, 0.597, 0.844, 0.485, 0.894],
  [0.662, 68, 0.543, 0.763, 0.522, 0.858],
  [0.81, 84, 0.713, 0.879, 0.538, 0.841],
  [0.7, 50, 0.562, 0.809, 0.494, 0.886],
  [0.448, 58, 0.327, 0.575, 0.508, 0.872],
  [0.77, 61, 0.651, 0.858, 0.512, 0.868],
  [0.6, 40, 0.446, 0.737, 0.47, 0.909],
  [0.691, 68, 0.574, 0.788, 0.522, 0.858],
  [0.709, 79, 0.601, 0.797, 0.534, 0.846],
]
const units: readonly Figures[] = [
  [0.731, 52, 0.597, 0.832],
  [0.548, 31, 0.378, 0.708],
  [0.818, 11, 0.523, 0.949],
  [0.721, 61, 0.598, 0.818],
  [0.48, 25, 0.3, 0.665],
]

export const fewWaves = five.map(figure)
export const manyWaves = run.map(figure)
export const monthly = months.map(([share, n, low, high, from, to]) => ({
  figure: { share, n, low, high },
  limits: { low: from, high: to },
}))
export const initiatives = units.map(figure)

type InFunnel = readonly [n: number, share: number, place: FunnelPlace]
const others: readonly InFunnel[] = [
  [45, 0.533, 'within'],
  [13, 0.615, 'within'],
  [19, 0.842, 'within'],
  [40, 0.7, 'within'],
  [21, 0.714, 'within'],
  [17, 0.647, 'within'],
  [112, 0.598, 'within'],
  [114, 0.588, 'within'],
  [59, 0.61, 'within'],
  [20, 0.6, 'within'],
  [33, 0.545, 'within'],
  [93, 0.57, 'within'],
  [18, 0.778, 'within'],
  [146, 0.651, 'within'],
  [42, 0.786, 'within'],
  [96, 0.698, 'within'],
  [68, 0.5, 'below'],
  [55, 0.618, 'within'],
  [15, 0.933, 'above'],
  [31, 0.516, 'within'],
  [110, 0.691, 'within'],
  [26, 0.615, 'within'],
  [14, 0.357, 'below'],
  [177, 0.785, 'far-above'],
  [34, 0.765, 'within'],
  [60, 0.367, 'far-below'],
]
export const inFunnel = others.map(([n, share, place]) => ({ n, share, place }))

/** Of a share of 0.663. */
const limits: readonly (readonly [n: number, number, number, number, number])[] = [
  [5, 0.096, 1, 0, 1],
  [7, 0.206, 1, 0.011, 1],
  [9, 0.272, 1, 0.105, 1],
  [11, 0.317, 0.979, 0.148, 1],
  [14, 0.367, 0.931, 0.219, 1],
  [17, 0.399, 0.912, 0.256, 0.999],
  [20, 0.42, 0.889, 0.3, 0.987],
  [25, 0.45, 0.864, 0.335, 0.952],
  [30, 0.472, 0.845, 0.369, 0.927],
  [36, 0.489, 0.827, 0.395, 0.906],
  [44, 0.507, 0.811, 0.422, 0.882],
  [54, 0.524, 0.795, 0.448, 0.861],
  [66, 0.538, 0.783, 0.47, 0.842],
  [80, 0.551, 0.771, 0.489, 0.825],
  [96, 0.561, 0.761, 0.504, 0.811],
  [115, 0.57, 0.752, 0.518, 0.799],
  [140, 0.58, 0.743, 0.533, 0.786],
  [180, 0.59, 0.734, 0.549, 0.772],
]
export const funnelLimits: readonly FunnelLimit[] = limits.map(([n, low, high, outerLow, outerHigh]) => ({
  n,
  inner: { low, high },
  outer: { low: outerLow, high: outerHigh },
}))
