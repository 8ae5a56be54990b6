import { compileForm } from '@tereze/forms'
import type { FormDraft } from '../draft/form-draft.ts'
import { type Outcome, refusedByFault } from './outcome.ts'

/** The outcome of a change, or its refusal where the form could be compiled before it and cannot be after it. */
export function keptWhole(before: FormDraft, outcome: Outcome): Outcome {
  if (!outcome.ok) return outcome
  const after = compileForm({ schema: outcome.draft.schema, form: outcome.draft.form })
  if (after.ok) return outcome
  const was = compileForm({ schema: before.schema, form: before.form })
  const known = new Set(was.ok ? [] : was.problems.map(one => one.code))
  const fault = after.problems.find(one => !known.has(one.code))
  return fault === undefined ? outcome : refusedByFault(fault)
}
