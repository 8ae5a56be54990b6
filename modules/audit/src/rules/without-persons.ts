import type { AuditLine } from '@tereze/foundation-operations'
import type { Actor } from '@tereze/operation'

const isPerson = (id: string) => id.startsWith('person_')

function personsOfActor(actor: Actor): string[] {
  const acting = actor.kind === 'person' ? [actor.id, actor.onBehalfOf ?? ''] : []
  return acting.filter(isPerson)
}

/** Ids of the persons that lines speak of: whom they are about, who acted, for whom. */
export function personsIn(lines: readonly AuditLine[]): string[] {
  return lines.flatMap(({ subjects, actor }) => [...subjects.filter(isPerson), ...personsOfActor(actor)])
}

/** A line as it is kept: persons under their pseudonyms. Everything else is as it was told. */
export function withoutPersons(line: AuditLine, pseudonyms: ReadonlyMap<string, string>): AuditLine {
  const named = (id: string) => pseudonyms.get(id) ?? id
  const { actor } = line
  const kept =
    actor.kind === 'person'
      ? { ...actor, id: named(actor.id), onBehalfOf: actor.onBehalfOf === null ? null : named(actor.onBehalfOf) }
      : actor
  return { ...line, actor: kept, subjects: line.subjects.map(named) }
}
