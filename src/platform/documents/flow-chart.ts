import { printable } from './document.ts'
import { colours, fontName } from './look.ts'

/** One box of a flow chart, from top to bottom: what comes in, what leaves, and what goes on to the next box. */
export interface FlowStep {
  readonly title: string
  /** A few words under the title. */
  readonly about: string
  /** How much comes in: `97 förslag`. */
  readonly enters: string
  /** What leaves here; `in` is what was wanted, `out` what was not, `on` what waits. */
  readonly leaves: readonly { readonly text: string; readonly tone: 'in' | 'out' | 'on' }[]
  /** What goes on to the next box; without it no arrow leads there. */
  readonly on?: string | undefined
}

const width = 640
const boxWidth = 270
const leaveX = 330
const leaveHeight = 32
const leaveGap = 8
const gap = 40
const lowestBox = 64

/** The flow as an SVG, with its size in CSS pixels. */
export function drawFlow(steps: readonly FlowStep[]): {
  svg: string
  size: { width: number; height: number }
} {
  const parts: string[] = []
  let y = 1
  for (const step of steps) {
    const height = heightOf(step)
    parts.push(drawStep(step, y, height))
    if (step.on !== undefined) parts.push(drawArrowDown(step.on, y + height))
    y += height + gap
  }
  const height = Math.max(1, y - gap + 1)
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`,
    size: { width, height },
  }
}

const heightOf = ({ leaves }: FlowStep): number =>
  Math.max(lowestBox, leaves.length * (leaveHeight + leaveGap) - leaveGap)

function drawStep({ title, about, enters, leaves }: FlowStep, y: number, height: number): string {
  const middle = y + height / 2
  const all = leaves.length * (leaveHeight + leaveGap) - leaveGap
  const first = y + (height - all) / 2
  return [
    `<rect x="1" y="${y}" width="${boxWidth}" height="${height}" rx="8" fill="#ffffff" stroke="${colours.act}" stroke-width="1.5"/>`,
    text(15, middle - 6, title, { bold: true }),
    text(boxWidth - 13, middle - 6, enters, { bold: true, anchor: 'end' }),
    text(15, middle + 15, about, { size: 12, fill: colours.soft }),
    ...leaves.map(({ text: words, tone }, place) => {
      const top = first + place * (leaveHeight + leaveGap)
      const centre = top + leaveHeight / 2
      return [
        arrow(
          `M${boxWidth + 1} ${middle}H${boxWidth + 26}V${centre}H${leaveX - 2}`,
          leaveX - 2,
          centre,
          'right',
        ),
        `<rect x="${leaveX}" y="${top}" width="${width - leaveX - 1}" height="${leaveHeight}" rx="6" fill="${fills[tone]}" stroke="${strokes[tone]}"/>`,
        text(leaveX + 12, centre + 4.5, words, { bold: tone === 'in' }),
      ].join('')
    }),
  ].join('')
}

const fills = { in: '#dcefee', out: colours.sunken, on: '#ffffff' }
const strokes = { in: colours.act, out: colours.line, on: colours.line }

function drawArrowDown(words: string, y: number): string {
  const end = y + gap
  return [
    arrow(`M34 ${y}V${end - 2}`, 34, end - 2, 'down'),
    text(46, y + gap / 2 + 4.5, words, { bold: true }),
  ].join('')
}

function arrow(path: string, x: number, y: number, points: 'right' | 'down'): string {
  const head =
    points === 'right'
      ? `M${x - 6} ${y - 4.5}L${x} ${y}L${x - 6} ${y + 4.5}`
      : `M${x - 4.5} ${y - 6}L${x} ${y}L${x + 4.5} ${y - 6}`
  return `<path d="${path}${head}" fill="none" stroke="${colours.soft}" stroke-width="1.3"/>`
}

function text(
  x: number,
  y: number,
  content: string,
  look: { bold?: boolean; anchor?: 'start' | 'end'; size?: number; fill?: string } = {},
): string {
  const { bold = false, anchor = 'start', size = 13, fill = colours.ink } = look
  return `<text x="${x}" y="${y}" font-family="${fontName}, sans-serif" font-size="${size}"${bold ? ' font-weight="700"' : ''} text-anchor="${anchor}" fill="${fill}">${escaped(printable(content))}</text>`
}

const escaped = (content: string) =>
  content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
