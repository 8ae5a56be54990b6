import {
  type AroundRegulations,
  checkRegulation,
  checkRegulationShape,
  type DigitalRegulation,
  isActOfJoining,
  isObject,
  joinRegulation,
} from '@tereze/regulation'

/** A regulation as a whole, or null where the text is none: unreadable, unfinished, or an act that joins no published template. */
export function wholeRegulation(text: string, around: AroundRegulations): DigitalRegulation | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (!isActOfJoining(value))
    return isObject(value) && checkRegulationShape(value).length === 0 ? (value as unknown as DigitalRegulation) : null
  const { base } = value
  const template = around.templates.find(({ id, version }) => `${id}@${version}` === base)
  if (template === undefined) return null
  const joined = joinRegulation(template, value)
  return joined.ok ? joined.regulation : null
}

/** What the check finds in a regulation: places and codes. */
export function faultsOf(
  regulation: DigitalRegulation,
  around: AroundRegulations,
): readonly { readonly pointer: string; readonly code: string }[] {
  const checked = checkRegulation(regulation, around.surroundings)
  return checked.ok ? [] : checked.problems.map(({ pointer, code }) => ({ pointer, code }))
}
