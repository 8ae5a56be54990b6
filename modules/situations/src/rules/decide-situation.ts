import { evaluateJson, evaluator, fillTemplate, type Moment } from '@tereze/template'
import type { SituationDefinition, SituationService } from '../definition/situation.ts'

/** What a situation sees: the record that began it, facts by source id, people by role, parameters. */
export type Seen = Readonly<Record<string, unknown>>

/** A service that is due or offered, with the data that the situation fills in. */
export interface Proposal {
  readonly service: SituationService
  readonly person: string
  readonly data: Record<string, unknown>
}

/** Whether an expression is true over what a situation sees. */
export function holds(expression: string, seen: Seen, moment: Moment): boolean {
  return evaluateJson(expression, seen, moment) === true
}

/** The people concerned, by role. */
export function peopleOf(
  definition: SituationDefinition,
  seen: Seen,
  moment: Moment,
): { role: string; person: string; primary: boolean }[] {
  return definition.people.flatMap(({ id, person, when, primary }) => {
    if (when !== undefined && !holds(when, seen, moment)) return []
    const value = evaluateJson(person, seen, moment)
    return typeof value === 'string' ? [{ role: id, person: value, primary }] : []
  })
}

/** Moments of the journey that are reached. */
export function momentsOf(definition: SituationDefinition, seen: Seen, moment: Moment): string[] {
  return ['opened', ...definition.moments.filter(({ when }) => holds(when, seen, moment)).map(({ id }) => id)]
}

/**
 * Services to start or offer now: their moment is reached and their condition holds. Pure.
 * @param foresee what a service would decide, which its condition sees as `decision`.
 */
export function proposalsOf(
  definition: Pick<SituationDefinition, 'services'>,
  seen: Seen,
  reached: readonly string[],
  people: readonly { role: string; person: string }[],
  moment: Moment,
  foresee: (service: SituationService) => unknown,
): Proposal[] {
  return definition.services.flatMap(service => {
    const person = people.find(({ role }) => role === service.for)?.person
    if (person === undefined || !reached.includes(service.at)) return []
    if (!holds(service.when, { ...seen, decision: foresee(service) }, moment)) return []
    return [{ service, person, data: fillTemplate(service.data, evaluator(seen, moment)) as Record<string, unknown> }]
  })
}
