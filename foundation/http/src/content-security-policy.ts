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
 * The header of a page whose form leads to another origin in the end. Browsers hold the form's target against every redirect that follows,
 * so that the application to which somebody goes back has to be named (CSP 3 §6.4.1).
 * @param target origin, e.g. `https://bank.example`.
 */
export function contentSecurityTowards(target: string): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    ...contentSecurity,
    formAction: [...contentSecurity.formAction, target],
  }
  return Object.entries(directives)
    .map(([name, values]) => `${name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)} ${values.join(' ')}`)
    .join(';')
}
