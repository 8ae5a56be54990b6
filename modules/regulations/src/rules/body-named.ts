import { type DigitalRegulation, isActOfJoining } from '@tereze/regulation'

/**
 * The body (`org:…`) that whoever wrote a text has named as the one whose regulation it is; null where they named none: an act of joining
 * that leaves it as the template has it.
 */
export function bodyNamed(text: string, whole: DigitalRegulation): string | null {
  const value: unknown = JSON.parse(text)
  return isActOfJoining(value) && !Object.keys(value.changes ?? {}).includes('/body') ? null : whole.body
}
