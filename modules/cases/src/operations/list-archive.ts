import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listArchive } from '../contract/destruction.ts'
import { fileKindOf } from '../definition/file-kind.ts'
import { archiveMoment } from '../engine/archive.ts'
import { lastFreeClosing } from '../rules/archive-term.ts'
import { readPlaceAt, writePlace } from '../rules/place-cursor.ts'
import { listArchiveRows, listClosedServices } from '../store/archive.ts'
import { viewArchived } from '../views/view-archive.ts'

const usualLimit = 50

/** Lists the closed cases of an organisation with their archive terms. */
export const listArchiveHandler = handle(listArchive, {
  tenant: input => input.organisation,
  async run({ organisation, due = false, after, limit = usualLimit }, context) {
    const { tx } = context
    const all = context.port(packages)
    const { zone, today } = archiveMoment(context, organisation)
    const free = due
      ? (await listClosedServices(tx, organisation)).flatMap(service => {
          const kind = fileKindOf(all, service)
          const until = kind === null ? null : lastFreeClosing(kind, today)
          return until === null ? [] : [{ service, until }]
        })
      : null
    const found = await listArchiveRows(tx, organisation, { zone, free, after: readPlaceAt(after), limit: limit + 1 })
    const shown = found.slice(0, limit)
    const last = shown.at(-1)
    context.concerns(shown.map(({ person }) => person))
    return {
      items: shown.map(row => viewArchived(all, organisation, row, today)),
      next: found.length > limit && last?.endedAt ? writePlace({ at: last.endedAt, id: last.id }) : null,
    }
  },
})
