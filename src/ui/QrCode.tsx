import { useTexts } from '../platform/i18n/language.ts'
import { messages } from './messages.ts'

/** Modules in rows (true is dark), or path data on a grid of `size` modules a side, without the quiet zone. */
export type QrDrawing =
  | { readonly matrix: readonly (readonly boolean[])[] }
  | { readonly path: string; readonly size: number }

export type QrCodeProps = QrDrawing & {
  readonly link: string
  /** What the code is for; default "QR-kod som öppnar" and the link. */
  readonly label?: string
  /** The link is shown in clear under the code unless this is true, for those who cannot or will not scan. */
  readonly linkHidden?: boolean
}

/** ISO/IEC 18004 asks for four light modules around the code. */
const quietModules = 4

/** Each run of dark modules in a row becomes one rectangle. */
export function pathOf(matrix: readonly (readonly boolean[])[]): string {
  return matrix
    .map((row, y) => {
      let path = ''
      for (let x = 0; x < row.length; x++) {
        if (!row[x]) continue
        const start = x
        while (row[x + 1]) x++
        path += `M${start} ${y}h${x - start + 1}v1H${start}z`
      }
      return path
    })
    .join('')
}

/** Always dark on light, also in the dark theme: some cameras read nothing else. */
export const QrCode = (props: QrCodeProps) => {
  const t = useTexts(messages)
  const { path, size } =
    'matrix' in props
      ? { path: pathOf(props.matrix), size: props.matrix.length }
      : { path: props.path, size: props.size }
  const whole = size + 2 * quietModules
  return (
    <div class="qr">
      <svg
        viewBox={`${-quietModules} ${-quietModules} ${whole} ${whole}`}
        role="img"
        aria-label={props.label ?? t.qr.name(props.link)}
        shape-rendering="crispEdges"
      >
        <rect x={-quietModules} y={-quietModules} width={whole} height={whole} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      {!props.linkHidden && (
        <p class="qr-link">
          <span>{t.qr.orGoTo}</span> <a href={props.link}>{props.link.replace(/^https?:\/\//, '')}</a>
        </p>
      )}
    </div>
  )
}
