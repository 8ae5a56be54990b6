import { below, isObject } from '@tereze/regulation'

/** A place of a regulation in which something was found, with the text around it. */
export interface Found {
  readonly pointer: string
  readonly text: string
}

/** Every text of a regulation that holds what is sought, whatever its case; at most 50. Nothing is sought by fewer than two letters. */
export function findIn(value: unknown, sought: string): readonly Found[] {
  const wanted = sought.trim().toLocaleLowerCase()
  if (wanted.length < 2) return []
  const found: Found[] = []
  const visit = (part: unknown, pointer: string): void => {
    if (found.length >= 50) return
    if (typeof part === 'string' && part.toLocaleLowerCase().includes(wanted)) found.push({ pointer, text: part })
    if (Array.isArray(part)) for (const [index, one] of part.entries()) visit(one, below(pointer, index))
    else if (isObject(part)) for (const [name, one] of Object.entries(part)) visit(one, below(pointer, name))
  }
  visit(value, '')
  return found
}
