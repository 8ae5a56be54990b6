/** Claims by path, as an object in an object. */
export type Claims = Readonly<Record<string, unknown>>

/** The value at a path; undefined where there is none. */
export function valueAt(claims: unknown, path: readonly string[]): unknown {
  let at = claims
  for (const name of path) {
    if (typeof at !== 'object' || at === null || Array.isArray(at) || !Object.hasOwn(at, name)) return undefined
    at = (at as Claims)[name]
  }
  return at
}

/** An object in which each value stands at its path. */
export function nest(values: readonly { readonly path: readonly string[]; readonly value: unknown }[]): Claims {
  const root: Record<string, unknown> = {}
  for (const { path, value } of values) {
    let at = root
    for (const name of path.slice(0, -1)) {
      at[name] ??= {}
      at = at[name] as Record<string, unknown>
    }
    at[path.at(-1) ?? ''] = value
  }
  return root
}
