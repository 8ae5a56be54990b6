/** A name that cannot be used; the message says why and shows one that can. */
export class NameProblem extends Error {}

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** Checks a kebab-case name. Throws `NameProblem`. */
export function assertKebab(name: string | undefined, what: string): string {
  if (name && kebab.test(name)) return name
  throw new NameProblem(`${what} is written in kebab-case, such as "site-visit"; got "${name ?? ''}".`)
}

/** `site-visit` → `siteVisit`. */
export function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}

/** `site-visit` → `SiteVisit`. */
export function pascalCase(name: string): string {
  return camelCase(`-${name}`)
}

/** `site-visit` → `site_visit`. */
export function snakeCase(name: string): string {
  return name.replaceAll('-', '_')
}

/** `site-visit` → `site visit`, as in a sentence. */
export function words(name: string): string {
  return name.replaceAll('-', ' ')
}

/** English plural, good enough for table names: `body` → `bodies`, `process` → `processes`, `visit` → `visits`. */
export function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

/** The reverse of `plural`, for a module that is named after many of its noun. */
export function singular(name: string): string {
  if (/[^aeiou]ies$/.test(name)) return `${name.slice(0, -3)}y`
  if (/(sses|xes|ches|shes)$/.test(name)) return name.slice(0, -2)
  return name.replace(/([^s])s$/, '$1')
}
