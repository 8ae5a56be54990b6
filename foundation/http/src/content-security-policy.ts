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
 * The header of a page whose form leads to other origins in the end. Browsers hold the form's target against every redirect that follows,
 * so that the application to which somebody goes back has to be named (CSP 3 §6.4.1).
 * @param targets origins, e.g. `https://bank.example`.
 */
export function contentSecurityTowards(targets: readonly string[]): string {
  return written({ ...contentSecurity, formAction: [...contentSecurity.formAction, ...targets] })
}

/**
 * The header of a page whose script speaks to programs of the person's own machine, such as one that signs.
 * @param programs origins, e.g. `wss://127.0.0.1:13579`.
 */
export function contentSecurityWith(programs: readonly string[]): string {
  return written({ ...contentSecurity, connectSrc: ["'self'", ...programs] })
}

function written(directives: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(directives)
    .map(([name, values]) => `${name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)} ${values.join(' ')}`)
    .join(';')
}
