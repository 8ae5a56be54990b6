const ownPaths = /^\/(sign-in|sign-out|oidc)(\/|$)/

/**
 * Where to go after signing in: the path that was asked for when it is one of this origin and no part of the sign-in,
 * otherwise `home`. Never another site, however it is written.
 */
export function decideTarget(wanted: string | null | undefined, origin: string, home: string): string {
  if (!wanted || wanted.length > 2000) return home
  // A browser reads `\` as `/` and drops tabs and line breaks, so that `/\t/evil.example` would leave.
  if (!wanted.startsWith('/') || /^\/[/\\]/.test(wanted) || /[\\\p{Cc}]/u.test(wanted)) return home
  const url = URL.parse(wanted, origin)
  if (url === null || url.origin !== new URL(origin).origin || ownPaths.test(url.pathname)) return home
  return `${url.pathname}${url.search}${url.hash}`
}
