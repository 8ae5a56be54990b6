/** A copy of a record's content in which one id at a pointer is another one; `*` stands for every element. */
export function repoint(
  data: Record<string, unknown>,
  pointer: string,
  from: string,
  to: string,
): Record<string, unknown> {
  const change = (value: unknown, parts: readonly string[]): unknown => {
    const [part, ...rest] = parts
    if (part === undefined) return value === from ? to : value
    if (part === '*') return Array.isArray(value) ? value.map(element => change(element, rest)) : value
    if (typeof value !== 'object' || value === null || !(part in value)) return value
    if (Array.isArray(value))
      return value.map((element, place) => (String(place) === part ? change(element, rest) : element))
    return { ...value, [part]: change((value as Record<string, unknown>)[part], rest) }
  }
  return change(data, pointer.split('/').slice(1)) as Record<string, unknown>
}
