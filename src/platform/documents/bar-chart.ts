import { type Bars, printable } from './document.ts'
import { colours, fontName } from './look.ts'

const width = 640
const labelWidth = 260
const writtenWidth = 110
const rowHeight = 24
const longestLabel = 38

/** The bars as an SVG, with its size in CSS pixels. */
export function drawBars({ bars, most }: Bars): { svg: string; width: number } {
  const room = width - labelWidth - writtenWidth
  const height = bars.length * rowHeight + 4
  const rows = bars.map(({ label, value, written }, index) => {
    const y = 2 + index * rowHeight
    const long = most > 0 ? Math.round(Math.min(1, Math.max(0, value / most)) * room * 10) / 10 : 0
    return [
      text(labelWidth - 8, y + 16, 'end', shortened(label)),
      `<rect x="${labelWidth}" y="${y + 3}" width="${room}" height="18" fill="${colours.sunken}"/>`,
      `<rect x="${labelWidth}" y="${y + 3}" width="${long}" height="18" fill="${colours.act}"/>`,
      text(labelWidth + room + 8, y + 16, 'start', written),
    ].join('')
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${rows.join('')}</svg>`
  return { svg, width }
}

const text = (x: number, y: number, anchor: 'start' | 'end', content: string) =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" font-family="${fontName}" font-size="12.5" fill="${colours.ink}">${escaped(printable(content))}</text>`

/** SVG does not break lines; the whole name stands in the table. */
const shortened = (label: string) =>
  label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1).trimEnd()}…`

const escaped = (content: string) =>
  content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
