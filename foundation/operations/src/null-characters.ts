/** Escapes a name for a JSON Pointer (RFC 6901). */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

const holdsNull = (text: string) => text.includes('\u0000')

/**
 * JSON Pointers of the texts and names in a value that hold U+0000, which a PostgreSQL text cannot keep. A wrong name is
 * told by the pointer of the object that has it.
 */
export function nullCharacters(value: unknown, pointer = ''): string[] {
  if (typeof value === 'string') return holdsNull(value) ? [pointer] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) =>
    holdsNull(name) ? [pointer] : nullCharacters(member, `${pointer}/${escapePointer(name)}`),
  )
}
