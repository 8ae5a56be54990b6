import { DigitalRegulation } from '../format/digital-regulation.ts'
import { isObject } from '../places.ts'
import { problem, type RegulationProblem } from '../problem.ts'
import type { Surroundings } from '../surroundings.ts'
import { checkExpressions } from './check-expressions.ts'
import { checkReferences } from './check-references.ts'
import { checkShape } from './check-shape.ts'

/** A regulation that may be relied on, or everything that is wrong with it. */
export type Checked =
  | { readonly ok: true; readonly regulation: DigitalRegulation }
  | { readonly ok: false; readonly problems: readonly RegulationProblem[] }

/** What is wrong with the form of a digital regulation, whatever lies around it. */
export function checkRegulationShape(value: unknown): RegulationProblem[] {
  return checkShape(DigitalRegulation, value)
}

/** Checks a digital regulation: its form, then what it refers to, then its expressions. Whether its stories can be told shows when it is generated. */
export function checkRegulation(value: unknown, around: Surroundings): Checked {
  if (!isObject(value)) return { ok: false, problems: [problem('', 'value-wrong', { wanted: 'object' })] }
  if (value.kind === 'joining' && value.changes !== undefined)
    return { ok: false, problems: [problem('/kind', 'base-wanted', { base: String(value.base ?? '') })] }
  const shape = checkRegulationShape(value)
  if (shape.length > 0) return { ok: false, problems: shape }
  const regulation = value as unknown as DigitalRegulation
  const problems = [...checkReferences(regulation, around), ...checkExpressions(regulation, around)]
  return problems.length > 0 ? { ok: false, problems } : { ok: true, regulation }
}
