/**
 * A JSON value as the one text that RFC 8785 (JSON Canonicalization Scheme) gives it: members sorted by UTF-16 code units,
 * no space, numbers and strings as ECMAScript writes them. `undefined` members are left out.
 * @throws Error for what JSON cannot hold (a function, NaN, a lone surrogate, a cycle).
 */
export function canonicalJson(value: unknown): string {
  return write(value, [])
}

function write(value: unknown, above: readonly unknown[]): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return writeString(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${value} is not JSON`)
    return JSON.stringify(value)
  }
  if (typeof value !== 'object') throw new Error(`a ${typeof value} is not JSON`)
  if (above.includes(value)) throw new Error('a cycle is not JSON')
  const path = [...above, value]
  if (Array.isArray(value)) return `[${value.map(item => write(item, path)).join(',')}]`
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${writeString(name)}:${write(member, path)}`)
  return `{${members.join(',')}}`
}

function writeString(text: string): string {
  if (!text.isWellFormed()) throw new Error('a lone surrogate is not JSON')
  return JSON.stringify(text)
}
