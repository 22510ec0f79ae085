import encode from 'qr'
import { createMemo } from 'solid-js'
import './qr-code.css'

/** Modules of quiet around the code, which cameras need to find it. */
const QUIET = 4

/** A code for cameras: dark on light in both themes. What draws it is loaded only with it. */
export default function QrCode(props: { text: string; label: string }) {
  const code = createMemo(() => encode(props.text, 'raw', { ecc: 'medium', border: QUIET }))
  return (
    <svg
      class="qr-code"
      viewBox={`0 0 ${code().length} ${code().length}`}
      role="img"
      aria-label={props.label}
      shape-rendering="crispEdges"
    >
      <path d={darkRuns(code())} />
    </svg>
  )
}

/** Each row's dark modules as bars, so that no seam shows between two of them. */
function darkRuns(rows: boolean[][]): string {
  return rows
    .flatMap((row, y) =>
      row.flatMap((isDark, x) => {
        if (!isDark || row[x - 1]) return []
        const end = row.indexOf(false, x)
        return `M${x} ${y}h${(end === -1 ? row.length : end) - x}v1H${x}z`
      }),
    )
    .join('')
}
