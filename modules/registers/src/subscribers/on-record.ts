import { packages } from '@tereze/catalogue/contract'
import { type Context, subscriber } from '@tereze/foundation-operations'
import { recordsMerged } from '../contract/duplicate.ts'
import { recordChanged, recordRegistered } from '../contract/record.ts'
import { recordDestroyed } from '../contract/retention.ts'
import { qualityOf } from '../definition/quality.ts'
import { lookAt } from '../quality/look-at.ts'
import { neighboursOf, watchedRegisters } from '../quality/neighbours.ts'
import { listCurrent } from '../store/records.ts'

async function lookAgain(context: Context, changed: { register: string; record: string }): Promise<void> {
  for (const [pack, records] of await neighboursOf(context, changed)) {
    const quality = qualityOf(pack)
    if (quality === null) continue
    const ids = [...records]
    const current = await listCurrent(context.tx, context.tx.tenant, pack.id, ids)
    const isItself = pack.id === changed.register
    await lookAt(context, pack, quality, { records: current, ids, changed: isItself })
  }
}

/** A record came, changed or went: it and those that are compared with it are looked at by the rules of quality. */
export const onRecord = subscriber({
  name: 'registers.on-record',
  on: [recordRegistered, recordChanged, recordDestroyed, recordsMerged],
  tenant({ tenant }, ports) {
    return watchedRegisters({ port: wanted => ports.get(wanted) }, tenant).length > 0 ? tenant : null
  },
  async react({ data }, context) {
    if (context.port(packages).find('register', data.register) === null) return
    await lookAgain(context, { register: data.register, record: 'merged' in data ? data.merged : data.record })
  },
})
