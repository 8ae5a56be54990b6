/** A Markdown table; bars inside cells are escaped. Without rows: one line that says so. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'None.\n'
  const line = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`
}

/** Text as code. */
export function code(text: string): string {
  return `\`${text}\``
}

const opening = '<!-- generated: contents -->'
const closing = '<!-- /generated -->'

/** Puts a text between the markers of a page; a page without markers gets them at its end. */
export function betweenMarkers(page: string, text: string): string {
  const block = `${opening}\n\n${text.trim()}\n\n${closing}`
  const [start, end] = [page.indexOf(opening), page.indexOf(closing)]
  if (start === -1 || end < start) return `${page.trimEnd()}\n\n${block}\n`
  return `${page.slice(0, start)}${block}${page.slice(end + closing.length)}`
}
