/** A story speaks of somebody or something that it has not named. */
export class NameUnknown extends Error {
  constructor(name: string) {
    super(`@${name} is nobody and nothing of this story`)
    this.name = 'NameUnknown'
  }
}

/** What `@name` means in a story. */
export interface Names {
  set(name: string, value: string): void
  find(name: string): string | undefined
  /** What a value is called; undefined where it has no name. */
  nameOf(value: string): string | undefined
  /** A value with every `@name` in it replaced. @throws NameUnknown */
  resolve<T>(value: T): T
}

/** An empty table of names. */
export function createNames(): Names {
  const known = new Map<string, string>()
  const one = (text: string): string => {
    if (!text.startsWith('@')) return text
    const meant = known.get(text.slice(1))
    if (meant === undefined) throw new NameUnknown(text.slice(1))
    return meant
  }
  const all = (value: unknown): unknown => {
    if (typeof value === 'string') return one(value)
    if (Array.isArray(value)) return value.map(all)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, all(inner)]))
  }
  return {
    set: (name, value) => void known.set(name, value),
    find: name => known.get(name),
    nameOf: value => [...known].find(([, meant]) => meant === value)?.[0],
    resolve: <T>(value: T) => all(value) as T,
  }
}
