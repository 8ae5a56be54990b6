import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { type Context, localDate } from '@tereze/foundation-operations'
import { fileKindOf } from '../definition/file-kind.ts'
import type { KeptCase } from '../rules/decide-destruction.ts'
import type { ArchiveRow } from '../store/archive.ts'

/** The zone of an organisation and its local date now. */
export function archiveMoment(context: Pick<Context, 'port' | 'now'>, organisation: string) {
  const { zone } = getOrganisation(context.port(packages), organisation)
  return { zone, today: localDate(context.now, zone) }
}

/** What of a case tells whether its term is over. */
export function keptCase(context: Pick<Context, 'port'>, { number, status, closedOn, service }: ArchiveRow): KeptCase {
  return { number, status, closed: closedOn, kind: fileKindOf(context.port(packages), service) }
}
