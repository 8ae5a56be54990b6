import type { PersonName } from '@tereze/operation'

/** A name as a screen greets by it: given name, then family name. */
export function displayName({ given, family }: PersonName): string {
  return `${given} ${family}`
}
