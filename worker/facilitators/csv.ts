export type Cell = string | number | null

/** RFC 4180: quoted where needed, lines ended by CR LF. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** Without it Excel reads UTF-8 as if it were Latin-1. */
export const BYTE_ORDER_MARK = '\uFEFF'

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  // A number is ours; only what people typed can be meant to run.
  const text = typeof cell === 'number' ? String(cell) : harmless(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A spreadsheet takes what begins so for a formula and runs it; an apostrophe makes it text. */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}
