/** How identifiers of one kind are written; a part of a jurisdiction's data. */
export interface IdentifierScheme {
  readonly id: string
  readonly prefix: string
  /** Characters by value: the n-th stands for n. */
  readonly alphabet: string
  /** Characters of the body, without the check character. */
  readonly length: number
  /** How body and check character are grouped by hyphens. */
  readonly groups: readonly number[]
  readonly check: { readonly algorithm: 'weighted-mod'; readonly modulus: number; readonly weights: readonly number[] }
}

/** The check character of a body: weighted sum modulo the modulus, written in the alphabet; null when a character is foreign. */
export function checkCharacter(scheme: IdentifierScheme, body: string): string | null {
  let sum = 0
  for (const [index, character] of [...body].entries()) {
    const value = scheme.alphabet.indexOf(character)
    const weight = scheme.check.weights[index]
    if (value < 0 || weight === undefined) return null
    sum += value * weight
  }
  return scheme.alphabet[sum % scheme.check.modulus] ?? null
}

/**
 * Writes an identifier from a body of `scheme.length` characters.
 * @throws Error when the body does not fit the scheme.
 */
export function writeIdentifier(scheme: IdentifierScheme, body: string): string {
  const check = body.length === scheme.length ? checkCharacter(scheme, body) : null
  if (check === null) throw new Error(`a body of scheme ${scheme.id} is ${scheme.length} characters of its alphabet`)
  const characters = body + check
  const groups: string[] = []
  let from = 0
  for (const size of scheme.groups) {
    groups.push(characters.slice(from, from + size))
    from += size
  }
  return scheme.prefix + groups.join('-')
}

/** Whether a text is a well-formed identifier with a right check character. */
export function isIdentifier(scheme: IdentifierScheme, text: string): boolean {
  if (!text.startsWith(scheme.prefix)) return false
  const characters = text.slice(scheme.prefix.length).replaceAll('-', '')
  if (characters.length !== scheme.length + 1) return false
  const body = characters.slice(0, -1)
  return checkCharacter(scheme, body) !== null && writeIdentifier(scheme, body) === text
}
