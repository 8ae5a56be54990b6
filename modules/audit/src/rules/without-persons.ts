import type { AuditLine } from '@tereze/foundation-operations'
import { type Actor, principalOf } from '@tereze/operation'

const isPerson = (id: string) => id.startsWith('person_')

function personsOfActor(actor: Actor): string[] {
  return [actor.id, principalOf(actor) ?? ''].filter(isPerson)
}

/** Ids of the persons that lines speak of: whom they are about, who acted, for whom. */
export function personsIn(lines: readonly AuditLine[]): string[] {
  return lines.flatMap(({ subjects, actor }) => [...subjects.filter(isPerson), ...personsOfActor(actor)])
}

/** A line as it is kept: persons under their pseudonyms. Everything else is as it was told. */
export function withoutPersons(line: AuditLine, pseudonyms: ReadonlyMap<string, string>): AuditLine {
  const named = (id: string) => pseudonyms.get(id) ?? id
  const { actor } = line
  const principal = principalOf(actor)
  const kept = {
    ...actor,
    id: named(actor.id),
    ...('onBehalfOf' in actor ? { onBehalfOf: principal === null ? null : named(principal) } : {}),
  }
  return { ...line, actor: kept as Actor, subjects: line.subjects.map(named) }
}
