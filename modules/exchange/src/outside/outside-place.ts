/** An outside system that the operator named: a database, a folder, or the file that says where a security server is. */
export type OutsidePlace =
  | { readonly kind: 'database'; readonly url: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'security-server'; readonly path: string }

/**
 * Reads the operator's list of outside systems: `name=postgres://…`, `name=file:///folder`, `name=xroad:///settings.json`. What is none of
 * them is left out.
 */
export function readOutsidePlaces(named: readonly string[]): ReadonlyMap<string, OutsidePlace> {
  return new Map(
    named.flatMap((text): [string, OutsidePlace][] => {
      const at = text.indexOf('=')
      const [name, url] = [text.slice(0, at), text.slice(at + 1)]
      if (!/^[a-z][a-z0-9-]*$/.test(name) || !URL.canParse(url)) return []
      const { protocol, pathname } = new URL(url)
      if (protocol === 'file:') return [[name, { kind: 'folder', path: decodeURIComponent(pathname) }]]
      if (protocol === 'xroad:') return [[name, { kind: 'security-server', path: decodeURIComponent(pathname) }]]
      return /^postgres(ql)?:$/.test(protocol) ? [[name, { kind: 'database', url }]] : []
    }),
  )
}
