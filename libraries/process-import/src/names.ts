/** Text as a kebab-case id (`Check Claim_2` → `check-claim-2`); `otherwise` where nothing of it can stand in an id. */
export function kebabOf(text: string, otherwise: string): string {
  const kebab = text
    .normalize('NFKD')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
  return kebab === '' ? otherwise : kebab
}

/** A name that can be part of a key of a message. */
export const keyPart = /^[a-z0-9][A-Za-z0-9-]*$/

/** A name of data as camelCase (`First_name` → `firstName`); one that is fine already stays. */
export function dataName(text: string): string {
  if (/^[a-z][A-Za-z0-9]*$/.test(text)) return text
  const words = text
    .normalize('NFKD')
    .split(/[^A-Za-z0-9]+/)
    .filter(word => word !== '')
  const joined = words
    .map((word, at) => word.charAt(0)[at === 0 ? 'toLowerCase' : 'toUpperCase']() + word.slice(1))
    .join('')
  return /^[a-z]/.test(joined) ? joined : `field${joined}`
}

/** Gives each name once: a second one with the same text gets a number. */
export class Unique {
  private readonly given = new Set<string>()

  /** The name itself, or with `-2`, `-3` … behind it. */
  give(name: string): string {
    let found = name
    for (let number = 2; this.given.has(found); number++) found = `${name}-${number}`
    this.given.add(found)
    return found
  }
}
