import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { destructionNotFound, getDestruction } from '../contract/destruction.ts'
import { colleaguesOf, namesOf } from '../engine/colleagues.ts'
import { findDestruction, listDestructionItems } from '../store/destructions.ts'
import { officialsOf, viewDestroyed, viewDestruction } from '../views/view-archive.ts'

/** Gives an act of destruction with the list of its cases. */
export const getDestructionHandler = handle(getDestruction, {
  tenant: input => input.organisation,
  async run({ organisation, destruction }, context) {
    const row = await findDestruction(context.tx, organisation, destruction)
    if (row === null) return refuse(destructionNotFound, { pointer: '/destruction' })
    const items = await listDestructionItems(context.tx, organisation, destruction)
    const names = namesOf(await colleaguesOf(context, organisation, officialsOf([row])))
    context.concerns(items.flatMap(({ person }) => person ?? []))
    const all = context.port(packages)
    return {
      act: viewDestruction(row, names),
      cases: items.map(item => viewDestroyed(all, organisation, item)),
    }
  },
})
