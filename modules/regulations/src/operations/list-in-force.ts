import { packages } from '@tereze/catalogue/contract'
import { handle, localDate } from '@tereze/foundation-operations'
import { listInForce } from '../contract/index.ts'
import { zoneOf } from '../definition/zone-of.ts'
import { listInForceOn } from '../store/regulations.ts'
import { aroundRegulation } from '../taking/around-regulation.ts'
import { legalRegulation } from '../views/legal-regulation.ts'

/** What is in force on a day. */
export const listInForceHandler = handle(listInForce, {
  tenant: ({ organisation }) => organisation ?? 'platform',
  async run({ organisation, on }, context) {
    const { tx, now, port } = context
    const all = port(packages)
    const around = await aroundRegulation(context, organisation ?? 'platform')
    const day = on ?? localDate(now, zoneOf(all, organisation ?? null))
    const found = await listInForceOn(tx, day, organisation ?? null)
    return { items: found.map(row => legalRegulation(all, around, row)) }
  },
})
