/** Pointers that registers declare are looked up for every record; there are few of them. */
const known = new Map<string, readonly string[]>()
const mostKnown = 10_000

/** Segments of a JSON Pointer (RFC 6901). */
function segments(pointer: string): readonly string[] {
  const before = known.get(pointer)
  if (before !== undefined) return before
  const parts = pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (known.size < mostKnown) known.set(pointer, parts)
  return parts
}

/** The value at a pointer, or undefined. */
export function valueAt(data: unknown, pointer: string): unknown {
  let value = data
  for (const segment of segments(pointer)) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[segment]
  }
  return value
}

/** A copy of the data with the value at a pointer. */
export function withValueAt(data: Record<string, unknown>, pointer: string, value: unknown): Record<string, unknown> {
  const [first, ...rest] = segments(pointer)
  if (first === undefined) return data
  if (rest.length === 0) return { ...data, [first]: value }
  const inner = data[first]
  const object = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {}
  return { ...data, [first]: withValueAt(object, `/${rest.join('/')}`, value) }
}

/** A copy of the data without the value at a pointer; what lies above it stays. */
export function withoutValueAt(data: Record<string, unknown>, pointer: string): Record<string, unknown> {
  const [first, ...rest] = segments(pointer)
  if (first === undefined || !(first in data)) return data
  const { [first]: inner, ...others } = data
  if (rest.length === 0) return others
  if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return data
  const deeper = `/${rest.map(part => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`
  return { ...data, [first]: withoutValueAt(inner as Record<string, unknown>, deeper) }
}
