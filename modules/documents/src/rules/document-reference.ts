/** Crockford's base 32: no I, L, O, U. */
export const referenceAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Random characters of a reference; the sixteenth is the check character. */
export const referenceLength = 15

/** Check character by the hybrid system of ISO/IEC 7064 (MOD 33,32): a wrong or swapped character does not pass. */
export function checkCharacter(text: string): string {
  const size = referenceAlphabet.length
  let product = size
  for (const character of text) {
    const sum = (product + referenceAlphabet.indexOf(character)) % size || size
    product = (sum * 2) % (size + 1)
  }
  return referenceAlphabet[(size + 1 - product) % size] ?? ''
}

/** A public reference of fifteen random characters: `7K4M-92XQ-P3AB-1TDN`. */
export function referenceOf(random: string): string {
  const whole = random + checkCharacter(random)
  return whole.match(/.{4}/g)?.join('-') ?? whole
}

/** The reference that somebody typed: case, spaces, dashes and look-alikes (O, I, L) do not matter. Null when it cannot be one. */
export function readReference(typed: string): string | null {
  const text = typed
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (text.length !== referenceLength + 1 || [...text].some(character => !referenceAlphabet.includes(character))) {
    return null
  }
  const random = text.slice(0, referenceLength)
  return checkCharacter(random) === text.at(-1) ? referenceOf(random) : null
}
