import { completeNumber, type NumberScheme } from './number-scheme.ts'

/** Why a text is no number of a scheme, as one who typed it can put it right. */
export type NumberFault =
  /** Something else than digits and what divides them. */
  | { readonly fault: 'characters' }
  /** Another number of digits than there are in one. */
  | { readonly fault: 'length'; readonly digits: number; readonly given: number }
  /** The first digits say a date that there is not. */
  | { readonly fault: 'date'; readonly digits: number }
  /** A digit, counted from one, is never given at its place. */
  | { readonly fault: 'mark'; readonly place: number }
  /** The check digits do not agree: one is mistyped, or two changed places. */
  | { readonly fault: 'check' }
  /** No number has these digits before the check digit. */
  | { readonly fault: 'never-given' }
  /** The right digits, divided otherwise than the law writes them: `#` stands for a digit. */
  | { readonly fault: 'writing'; readonly form: string }

/** What is wrong with a text as a number of a scheme; null when nothing is. */
export function numberFault(scheme: NumberScheme, text: string): NumberFault | null {
  if (/[^\d\s.\u2010-\u2015-]/.test(text)) return { fault: 'characters' }
  const given = text.replaceAll(/\D/g, '')
  const sample = scheme.write('0'.repeat(scheme.length) + (scheme.check('0'.repeat(scheme.length)) ?? '0'))
  const digits = sample.replaceAll(/\D/g, '').length
  if (given.length !== digits) return { fault: 'length', digits, given: given.length }
  const body = given.slice(0, scheme.length)
  const misfit = scheme.misfit(body)
  if (misfit !== null)
    return 'date' in misfit ? { fault: 'date', digits: misfit.date } : { fault: 'mark', place: misfit.mark }
  const whole = completeNumber(scheme, body)
  if (whole === null) return { fault: 'never-given' }
  if (whole.replaceAll(/\D/g, '') !== given) return { fault: 'check' }
  return whole === text ? null : { fault: 'writing', form: sample.replaceAll(/\d/g, '#') }
}
