/**
 * A value as it is written in a field: numbers, yes and no as themselves, "= …" and other texts as they are; a text that would be read as
 * something else stands in quotes.
 */
export function showLiteral(value: unknown): string {
  if (typeof value === 'string') return readLiteral(value) === value ? value : JSON.stringify(value)
  return value === undefined ? '' : JSON.stringify(value)
}

/** The value that was written in a field; the other way of {@link showLiteral}. */
export function readLiteral(text: string): unknown {
  if (text.startsWith('= ')) return text
  if (/^(-?(0|[1-9]\d*)(\.\d+)?|true|false|null|"(.*)"|\[.*\]|\{.*\})$/s.test(text)) {
    try {
      return JSON.parse(text)
    } catch {
      return text
    }
  }
  return text
}
