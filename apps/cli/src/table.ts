/** A duration in seconds as people say it: the two largest units (`2 d 3 h`, `5 min 30 s`, `0.4 s`). */
export function durationText(seconds: number): string {
  if (seconds < 60) return `${Number(seconds.toFixed(1))} s`
  let left = Math.round(seconds)
  const parts: string[] = []
  for (const [unit, size] of [
    ['d', 86_400],
    ['h', 3_600],
    ['min', 60],
    ['s', 1],
  ] as const) {
    const count = Math.floor(left / size)
    left -= count * size
    if (count > 0) parts.push(`${count} ${unit}`)
    else if (parts.length > 0) break
    if (parts.length === 2) break
  }
  return parts.join(' ')
}

/** Lines of a table: the first column to the left, the others to the right, two spaces between. */
export function tableLines(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => (row[column] ?? '').length)))
  return rows.map(row =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}

const bars = '▁▂▃▄▅▆▇█'

/** Numbers as a line of bars, the highest one full; at most `width` of them, each the highest of its share. */
export function barsOf(values: readonly number[], width: number): string {
  const share = Math.max(1, Math.ceil(values.length / width))
  const shown = Array.from({ length: Math.ceil(values.length / share) }, (_, at) =>
    Math.max(...values.slice(at * share, (at + 1) * share)),
  )
  const most = Math.max(1, ...shown)
  return shown.map(value => bars[Math.min(bars.length - 1, Math.floor((value / most) * (bars.length - 1)))]).join('')
}
