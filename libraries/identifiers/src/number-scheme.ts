/** What is wrong with a body: the digits at the beginning that say a date, or the place of a digit, counted from one. */
export type Misfit = { readonly date: number } | { readonly mark: number }

/** How a number of digits alone is made and checked: the digits of its body, and the check digits that follow from them. */
export interface NumberScheme {
  /** Also the `format` of JSON Schema under which it is checked. */
  readonly id: string
  /** Digits of the body, check digits not counted. */
  readonly length: number
  /** Why the body can be none: a date in it that there is not, a mark that is never given; null where it can. */
  readonly misfit: (body: string) => Misfit | null
  /** The check digits of a body; null where the law gives out no number with this body. */
  readonly check: (body: string) => string | null
  /** How it is written for people, from body and check digits. */
  readonly write: (digits: string) => string
}

/** The sum of digits times weights. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return [...digits].reduce((sum, digit, place) => sum + Number(digit) * (weights[place] ?? 0), 0)
}

/** The remainder of a number in decimal digits, of any length. */
export function remainder(digits: string, modulus: number): number {
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % modulus, 0)
}

/** The whole number of a body; null where the body does not fit or no number has it. */
export function completeNumber(scheme: NumberScheme, body: string): string | null {
  if (body.length !== scheme.length || !/^\d+$/.test(body) || scheme.misfit(body) !== null) return null
  const check = scheme.check(body)
  return check === null ? null : scheme.write(body + check)
}

/** Whether a text is a number of the scheme, written as the law writes it, with the right check digits. */
export function isNumberOf(scheme: NumberScheme, text: string): boolean {
  const digits = text.replaceAll(/\D/g, '')
  return completeNumber(scheme, digits.slice(0, scheme.length)) === text
}
