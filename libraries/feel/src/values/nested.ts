/** How one kind of nested data becomes another. */
export interface Copying<T> {
  /** What becomes of a value that has no others inside of it; undefined when it has. */
  readonly leaf: (value: unknown) => T | undefined
  /** What becomes of a value with named entries: where it stands, where its entries go, and which they are. */
  readonly context: (value: object) => {
    readonly holder: T
    readonly into: Record<string, T>
    readonly entries: Readonly<Record<string, unknown>>
  }
}

/** Deeper than this a part waits for its turn instead of being copied inside of its whole. */
const RECURSION = 200

/** Copies lists and contexts that are nested however deep; entries that are undefined are left out. */
export function copyNested<T>(root: unknown, copying: Copying<T | T[]>): T | T[] {
  const waiting: (() => void)[] = []
  const copy = (value: unknown, depth: number): T | T[] => {
    const leaf = copying.leaf(value)
    if (leaf !== undefined) return leaf
    if (Array.isArray(value)) {
      const items: T[] = []
      const fill = (at: number): void => {
        for (const item of value) items.push(copy(item, at) as T)
      }
      if (depth < RECURSION) fill(depth + 1)
      else waiting.push(() => fill(0))
      return items
    }
    const { holder, into, entries } = copying.context(value as object)
    const fill = (at: number): void => {
      for (const key of Object.keys(entries)) {
        const entry = entries[key]
        if (entry !== undefined) put(into, key, copy(entry, at) as T)
      }
    }
    if (depth < RECURSION) fill(depth + 1)
    else waiting.push(() => fill(0))
    return holder
  }
  const result = copy(root, 0)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) next()
  return result
}

/** An entry of any name, also of one that means something to JavaScript. */
function put<T>(into: Record<string, T>, key: string, value: T): void {
  if (key === '__proto__')
    Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true })
  else into[key] = value
}
