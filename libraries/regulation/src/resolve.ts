import { isActOfJoining } from './around/around-regulations.ts'
import type { ActOfJoining, DigitalRegulation } from './format/digital-regulation.ts'
import { joinRegulation } from './join.ts'
import { problem, type RegulationProblem } from './problem.ts'

/** What was written, as it holds; or why an act of joining does not. */
export type Resolved =
  | {
      readonly ok: true
      /** Not checked yet where it stands for itself. */
      readonly regulation: unknown
      /** The act and its template; null where a regulation stands for itself. */
      readonly joining: { readonly act: ActOfJoining; readonly template: DigitalRegulation } | null
    }
  | { readonly ok: false; readonly problems: readonly RegulationProblem[] }

/** A regulation as it was written: as it is, or an act of joining put over the template that it names among those that are known. */
export function resolveRegulation(value: unknown, templates: readonly DigitalRegulation[]): Resolved {
  if (!isActOfJoining(value)) return { ok: true, regulation: value, joining: null }
  const base = String(value.base ?? '')
  const template = templates.find(({ id, version }) => `${id}@${version}` === base)
  if (template === undefined) return { ok: false, problems: [problem('/base', 'base-wanted', { base })] }
  const joined = joinRegulation(template, value)
  return joined.ok
    ? { ok: true, regulation: joined.regulation, joining: { act: value as ActOfJoining, template } }
    : joined
}
