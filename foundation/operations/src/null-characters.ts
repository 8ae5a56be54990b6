/** Escapes a name for a JSON Pointer (RFC 6901). */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

const holdsNull = (text: string) => text.includes('\u0000')

/** Whether any text or name in a value holds U+0000; asked of everything that comes in, so it makes nothing. */
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
 * JSON Pointers of the texts and names in a value that hold U+0000, which a PostgreSQL text cannot keep. A wrong name is
 * told by the pointer of the object that has it.
 */
export function nullCharacters(value: unknown): string[] {
  return holdsNullAnywhere(value) ? placesOfNull(value, '') : []
}
