import { checkRegulation, regulationSource, resolveRegulation } from '@tereze/regulation'
import type { DraftKind, DraftProblem } from '../contract/index.ts'
import type { aroundOf } from './around-of.ts'
import { jsonOf } from './package-files.ts'

type Around = ReturnType<typeof aroundOf>

/** Problems of a digital regulation, or of an act that joins one. */
function problemsOfDigital(value: Readonly<Record<string, unknown>>, around: Around): number {
  const resolved = resolveRegulation(value, around.templates)
  if (!resolved.ok) return resolved.problems.length
  const checked = checkRegulation(resolved.regulation, around.surroundings)
  return checked.ok ? 0 : checked.problems.length
}

/**
 * How many things are wrong with the regulation of a package; a service without one has one thing wrong, and other packages need none.
 * @param found what the check of packages finds in all its files.
 */
export function countRegulationProblems(
  kind: DraftKind,
  files: ReadonlyMap<string, string>,
  found: readonly DraftProblem[],
  around: Around,
): number {
  if (kind !== 'service') return 0
  const digital = files.has(regulationSource)
  if (!digital && !files.has('regulation.json')) return 1
  const inFile = found.filter(({ path, weight }) => path === 'regulation.json' && weight === 'fault').length
  return inFile + (digital ? problemsOfDigital(jsonOf(files, regulationSource), around) : 0)
}
