/** An outside system that the operator named: a database, or a folder. */
export type OutsidePlace =
  | { readonly kind: 'database'; readonly url: string }
  | { readonly kind: 'folder'; readonly path: string }

/** Reads the operator's list of outside systems: `name=postgres://…` and `name=file:///folder`. What is neither is left out. */
export function readOutsidePlaces(named: readonly string[]): ReadonlyMap<string, OutsidePlace> {
  return new Map(
    named.flatMap((text): [string, OutsidePlace][] => {
      const at = text.indexOf('=')
      const [name, url] = [text.slice(0, at), text.slice(at + 1)]
      if (!/^[a-z][a-z0-9-]*$/.test(name) || !URL.canParse(url)) return []
      const { protocol, pathname } = new URL(url)
      if (protocol === 'file:') return [[name, { kind: 'folder', path: decodeURIComponent(pathname) }]]
      return /^postgres(ql)?:$/.test(protocol) ? [[name, { kind: 'database', url }]] : []
    }),
  )
}
