/** One value inside a record, with its place. */
export interface Leaf {
  readonly pointer: string
  readonly value: unknown
  readonly as: string
}

type Data = Record<string, unknown>

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** How a value is shown, by its shape. */
export function kindOf(value: unknown): string {
  if (isData(value)) {
    if ('amount' in value && 'currency' in value) return 'money'
    if ('family' in value && 'given' in value) return 'name'
    if (['en', 'ru', 'kk'].every(language => typeof value[language] === 'string')) return 'words'
  }
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'date'
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value)) return 'instant'
    const [, kind] = /^(person|account|address)_/.exec(value) ?? []
    if (kind !== undefined) return kind
  }
  return typeof value === 'boolean' ? 'yes-no' : 'text'
}

/** The values of a record that a person can be shown, in the record's order. */
export function leavesOf(data: unknown, pointer = ''): Leaf[] {
  if (data === null || data === undefined) return []
  const as = kindOf(data)
  if (Array.isArray(data)) return data.flatMap((item, index) => leavesOf(item, `${pointer}/${index}`))
  if (isData(data) && as === 'text')
    return Object.entries(data).flatMap(([key, value]) => leavesOf(value, `${pointer}/${key}`))
  return [{ pointer, value: data, as }]
}

/** The value at a place (JSON Pointer, RFC 6901) of a record; undefined when there is none. */
export function valueAt(data: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (inside, part) => (isData(inside) || Array.isArray(inside) ? (inside as Data)[part] : undefined),
      data,
    )
}
