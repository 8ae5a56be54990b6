type Data = Record<string, unknown>

/** Data with a value at a path of names. */
export function mergeAt(data: Data, path: readonly string[], value: unknown): Data {
  const [first, ...rest] = path
  if (first === undefined) return data
  const inner = data[first]
  const object = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as Data) : {}
  return { ...data, [first]: rest.length === 0 ? value : mergeAt(object, rest, value) }
}
