import {
  type AroundRegulations,
  type Generated,
  generatePackage,
  recordFile,
  regenerate,
  regulationSource,
  resolveRegulation,
  writeJson,
} from '@tereze/regulation'

/**
 * The package that is made of a digital regulation or of an act of joining: what was written, what was made of it, and the record of
 * that; or everything that is wrong with it, the places that its template keeps closed among them.
 */
export function packageOf(value: unknown, around: AroundRegulations): Generated {
  const resolved = resolveRegulation(value, around.templates)
  const made = resolved.ok ? generatePackage(resolved.regulation, around.surroundings) : resolved
  if (!made.ok) return made
  const { record } = regenerate({}, made.files)
  return { ...made, files: { ...made.files, [regulationSource]: writeJson(value), [recordFile]: record } }
}
