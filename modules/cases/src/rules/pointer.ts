type Data = Record<string, unknown>

function segmentsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value at a JSON Pointer (RFC 6901), or undefined. */
export function readAt(data: unknown, pointer: string): unknown {
  return segmentsOf(pointer).reduce<unknown>(
    (value, segment) => (typeof value === 'object' && value !== null ? (value as Data)[segment] : undefined),
    data,
  )
}

/** The data with a value at a pointer; objects on the way are made where they are missing. */
export function writeAt(data: Data, pointer: string, value: unknown): Data {
  const [first, ...rest] = segmentsOf(pointer)
  if (first === undefined) return data
  if (rest.length === 0) return { ...data, [first]: value }
  const inner = data[first]
  return {
    ...data,
    [first]: writeAt(
      isData(inner) ? inner : {},
      `/${rest.map(part => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`,
      value,
    ),
  }
}

/** The data with another value at a pointer; places in lists keep their list. Null takes the member away. */
export function replaceAt(data: Data, pointer: string, value: unknown): Data {
  const replace = (inside: unknown, [first, ...rest]: readonly string[]): unknown => {
    if (first === undefined) return value
    if (Array.isArray(inside))
      return inside.map((item, place) => (String(place) === first ? replace(item, rest) : item))
    const before = isData(inside) ? inside : {}
    const after = { ...before, [first]: replace(before[first], rest) }
    if (after[first] === null) delete after[first]
    return after
  }
  return replace(data, segmentsOf(pointer)) as Data
}

/** The members of an object that differ from another's; objects are looked into, the rest is compared whole. */
export function changedMembers(now: Data, before: Data): Data {
  const changed: Data = {}
  for (const [key, value] of Object.entries(now)) {
    const earlier = before[key]
    if (isData(value) && isData(earlier)) {
      const inner = changedMembers(value, earlier)
      if (Object.keys(inner).length > 0) changed[key] = inner
    } else if (JSON.stringify(value) !== JSON.stringify(earlier)) changed[key] = value
  }
  return changed
}

/** Two objects merged member by member (RFC 7396 without deletion). */
export function mergeData(into: Data, from: Data): Data {
  const merged: Data = { ...into }
  for (const [key, value] of Object.entries(from)) {
    const before = merged[key]
    merged[key] = isData(before) && isData(value) ? mergeData(before, value) : value
  }
  return merged
}
