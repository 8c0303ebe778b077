import { type Bars, printable } from './document.ts'
import { colours, fontName } from './look.ts'

const width = 640
const labelWidth = 260
const writtenWidth = 110
const rowHeight = 24
const lineHeight = 14
const longestLine = 40

/** The bars as an SVG, with its size in CSS pixels. */
export function drawBars({ bars, most }: Bars): { svg: string; width: number } {
  const room = width - labelWidth - writtenWidth
  let y = 2
  const rows = bars.map(({ label, value, written }) => {
    const lines = inLines(label)
    const height = rowHeight + (lines.length - 1) * lineHeight
    const middle = y + height / 2
    const long = most > 0 ? Math.round(Math.min(1, Math.max(0, value / most)) * room * 10) / 10 : 0
    y += height
    return [
      ...lines.map((line, place) =>
        text(labelWidth - 8, middle + 4.5 + (place - (lines.length - 1) / 2) * lineHeight, 'end', line),
      ),
      `<rect x="${labelWidth}" y="${middle - 9}" width="${room}" height="18" fill="${colours.sunken}"/>`,
      `<rect x="${labelWidth}" y="${middle - 9}" width="${long}" height="18" fill="${colours.act}"/>`,
      text(labelWidth + room + 8, middle + 4.5, 'start', written),
    ].join('')
  })
  const height = y + 2
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${rows.join('')}</svg>`
  return { svg, width }
}

const text = (x: number, y: number, anchor: 'start' | 'end', content: string) =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" font-family="${fontName}" font-size="12.5" fill="${colours.ink}">${escaped(printable(content))}</text>`

/** SVG does not break lines: two at most, between words. The whole name stands in the table. */
function inLines(label: string): string[] {
  if (label.length <= longestLine) return [label]
  const space = label.lastIndexOf(' ', longestLine)
  const end = space > longestLine / 2 ? space : longestLine
  const rest = label.slice(end).trimStart()
  return [
    label.slice(0, end),
    rest.length <= longestLine ? rest : `${rest.slice(0, longestLine - 1).trimEnd()}…`,
  ]
}

const escaped = (content: string) =>
  content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
