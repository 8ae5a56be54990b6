import { evaluateFeel, type JsonObject } from '@tereze/bpmn'
import { PersonId } from '@tereze/operation'
import { Check } from 'typebox/value'

/** What an event says of the person whose case it begins: who, nobody (a record or signal that does not concern the service), or nonsense. */
export type Applicant = { readonly person: string } | { readonly nobody: true } | { readonly wrong: true }

/**
 * The person for whom an event begins a case: the value of FEEL over `result`, what the event brings. Null means nobody. What is no id
 * of a person is wrong.
 */
export function decideApplicant(
  applicant: string,
  content: JsonObject,
  moment: { readonly now: string; readonly zone: string },
): Applicant {
  const { value } = evaluateFeel(applicant, { result: content }, moment)
  if (value === null) return { nobody: true }
  return Check(PersonId, value) ? { person: value } : { wrong: true }
}
