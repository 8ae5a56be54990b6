type Data = Readonly<Record<string, unknown>>

const steps = (pointer: string) => pointer.split('/').slice(1)

function valueAt(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? (value as Data)[step] : undefined),
    data,
  )
}

function withValueAt(data: Data, [first = '', ...rest]: readonly string[], value: unknown): Record<string, unknown> {
  if (rest.length === 0) {
    const { [first]: _gone, ...others } = data
    return value === undefined || value === null ? others : { ...data, [first]: value }
  }
  const inner = data[first]
  const before = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as Data) : {}
  const after = withValueAt(before, rest, value)
  if (Object.keys(after).length === 0 && inner === undefined) return data as Record<string, unknown>
  return { ...data, [first]: after }
}

/** A record with what a form asked in place of what it held; what the form did not ask stays. */
export function filledIn(before: Data, asked: readonly string[], answers: Data): Record<string, unknown> {
  return asked.reduce<Record<string, unknown>>(
    (data, pointer) => withValueAt(data, steps(pointer), valueAt(answers, steps(pointer))),
    { ...before },
  )
}

/** What a form begins with: the fields that it asks, as the record holds them. */
export function askedPart(data: Data, asked: readonly string[]): Record<string, unknown> {
  return asked.reduce<Record<string, unknown>>(
    (part, pointer) => withValueAt(part, steps(pointer), valueAt(data, steps(pointer))),
    {},
  )
}
