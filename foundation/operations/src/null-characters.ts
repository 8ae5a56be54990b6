/** Escapes a name for a JSON Pointer (RFC 6901). */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** U+0000, and halves of characters (unpaired surrogates), which are no Unicode text. */
const holdsNull = (text: string) => text.includes('\u0000') || !text.isWellFormed()

/** Whether any text or name in a value holds what cannot be kept; asked of everything that comes in, so it makes nothing. */
function holdsNullAnywhere(value: unknown): boolean {
  if (typeof value === 'string') return holdsNull(value)
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some(holdsNullAnywhere)
  for (const name in value)
    if (holdsNull(name) || holdsNullAnywhere((value as Record<string, unknown>)[name])) return true
  return false
}

function placesOfNull(value: unknown, pointer: string): string[] {
  if (typeof value === 'string') return holdsNull(value) ? [pointer] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) =>
    holdsNull(name) ? [pointer] : placesOfNull(member, `${pointer}/${escapePointer(name)}`),
  )
}

/**
 * JSON Pointers of the texts and names in a value that hold U+0000 or half a character, which PostgreSQL cannot keep. A wrong name is
 * told by the pointer of the object that has it.
 */
export function nullCharacters(value: unknown): string[] {
  return holdsNullAnywhere(value) ? placesOfNull(value, '') : []
}

/** How deep lists and objects of an input may lie in each other. */
export const deepest = 100

/** Whether lists and objects lie in each other deeper than so many levels; itself it goes no deeper. */
export function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  if (Array.isArray(value)) return value.some(member => isDeeper(member, levels - 1))
  for (const name in value) if (isDeeper((value as Record<string, unknown>)[name], levels - 1)) return true
  return false
}
