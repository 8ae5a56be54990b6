import type { Actor } from '@tereze/operation'
import type { RegisterDefinition } from '../definition/definition.ts'
import { grantsFor } from './decide-access.ts'

/** The notice of a register's package that tells of a change; a register without it cannot be watched. */
export const watchNotice = 'record-changed'
/** Watches that one may have open with one organisation. */
export const mostWatches = 100
/** How long a watch lasts, milliseconds: a year. */
export const watchLasts = 365 * 86_400_000

/** In whose name somebody watches: their own, or that of the person for whom they act. */
export function watcherOf(actor: Actor): string {
  return actor.kind === 'person' ? (actor.onBehalfOf ?? actor.id) : actor.id
}

/**
 * Whether the register lets a watcher see a record today.
 * @param who Entries of the register's access that the watcher had when the watch was made; empty for a person.
 * @param subjects Whom the record is about.
 */
export function mayWatch(
  definition: Pick<RegisterDefinition, 'access'>,
  { watcher, who }: { readonly watcher: string; readonly who: readonly string[] },
  subjects: readonly string[],
): boolean {
  const all = who.length === 0 && subjects.includes(watcher) ? ['subject'] : who
  return grantsFor(definition, all, 'see').length > 0
}
