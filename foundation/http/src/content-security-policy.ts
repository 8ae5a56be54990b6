/** Directives of every page: everything from our own origin, no script or style inside a page, no frame around it. */
export const contentSecurity = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
} as const

/**
 * The header of a page that leads outside. Browsers hold a form's target against every redirect that follows, so that the application to
 * which somebody goes back has to be named (CSP 3 §6.4.1); and scripts speak only to who is named.
 * @param targets origins to which forms lead, e.g. `https://bank.example`.
 * @param programs origins of programs on the visitor's own machine, e.g. one that signs: `wss://127.0.0.1:13579`.
 */
export function contentSecurityTowards(targets: readonly string[], programs: readonly string[] = []): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    ...contentSecurity,
    formAction: [...contentSecurity.formAction, ...targets],
    ...(programs.length === 0 ? {} : { connectSrc: ["'self'", ...programs] }),
  }
  return Object.entries(directives)
    .map(([name, values]) => `${name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)} ${values.join(' ')}`)
    .join(';')
}
