import { subscriber } from '@tereze/foundation-operations'
import { recordsImported } from '../contract/record.ts'
import { qualityOf, relationOf } from '../definition/quality.ts'
import { watchedRegisters } from '../quality/neighbours.ts'
import { beginCheck } from '../store/upkeep.ts'

/** Records were loaded: the register, and those of which rules look at it, are checked from the beginning. */
export const onImported = subscriber({
  name: 'registers.on-imported',
  on: [recordsImported],
  tenant({ tenant }, ports) {
    return watchedRegisters({ port: wanted => ports.get(wanted) }, tenant).length > 0 ? tenant : null
  },
  async react({ data }, context) {
    const { tx, now, actor } = context
    for (const pack of watchedRegisters(context, tx.tenant)) {
      const looksAt = qualityOf(pack)?.rules.map(rule => relationOf(rule)?.register) ?? []
      if (pack.id !== data.register && !looksAt.includes(data.register)) continue
      await beginCheck(tx, { register: pack.id, key: `load:${data.import}`, by: actor.id, now }, true)
    }
  },
})
