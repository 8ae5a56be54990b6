import { handle } from '@tereze/foundation-operations'
import { listDestructions } from '../contract/destruction.ts'
import { colleaguesOf, namesOf } from '../engine/colleagues.ts'
import { readPlaceAt, writePlace } from '../rules/place-cursor.ts'
import { listDestructionRows } from '../store/destructions.ts'
import { officialsOf, viewDestruction } from '../views/view-archive.ts'

const usualLimit = 20

/** Lists acts of destruction, newest first. */
export const listDestructionsHandler = handle(listDestructions, {
  tenant: input => input.organisation,
  async run({ organisation, after, limit = usualLimit }, context) {
    const found = await listDestructionRows(context.tx, organisation, readPlaceAt(after), limit + 1)
    const shown = found.slice(0, limit)
    const last = shown.at(-1)
    const names = namesOf(shown.length === 0 ? [] : await colleaguesOf(context, organisation, officialsOf(shown)))
    return {
      items: shown.map(row => viewDestruction(row, names)),
      next: found.length > limit && last ? writePlace({ at: last.draftedAt, id: last.id }) : null,
    }
  },
})
