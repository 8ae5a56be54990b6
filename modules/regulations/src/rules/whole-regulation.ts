import {
  type AroundRegulations,
  checkRegulation,
  checkRegulationShape,
  type DigitalRegulation,
  resolveRegulation,
} from '@tereze/regulation'

/** A regulation as a whole, or null where the text is none: unreadable, unfinished, or an act that joins no published template. */
export function wholeRegulation(text: string, around: AroundRegulations): DigitalRegulation | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const resolved = resolveRegulation(value, around.templates)
  if (!resolved.ok || checkRegulationShape(resolved.regulation).length > 0) return null
  return resolved.regulation as DigitalRegulation
}

/** What the check finds in a regulation: places and codes. */
export function faultsOf(
  regulation: DigitalRegulation,
  around: AroundRegulations,
): readonly { readonly pointer: string; readonly code: string }[] {
  const checked = checkRegulation(regulation, around.surroundings)
  return checked.ok ? [] : checked.problems.map(({ pointer, code }) => ({ pointer, code }))
}
