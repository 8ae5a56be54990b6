import type { Database } from '@tereze/foundation-database'
import { contextOf } from './context-of.ts'
import type { MasterKey } from './master-key.ts'
import { listTenantsUnderOthers, listUnderOthers, updateWrapping } from './store/keys.ts'

const batch = 200

/**
 * Wraps anew what other master keys wrapped, while everything goes on; what it unwraps has to be among those that the master key also opens.
 * @returns how many keys. Afterwards the other master keys are needed for older backups only.
 * @throws MasterKeyWrong when one was wrapped by a key that is not known; what was done before stays.
 */
export async function rewrapKeys(database: Database, master: MasterKey): Promise<number> {
  let done = 0
  for (const tenant of await listTenantsUnderOthers(database, master.id)) {
    for (let last = batch; last === batch; done += last) {
      last = await database.transaction(tenant, async tx => {
        const keys = await listUnderOthers(tx, master.id, batch)
        for (const key of keys) {
          if (key.wrapped === null) continue
          const wrapped = await master.wrap(await master.unwrap(key.wrapped, contextOf(key)), contextOf(key))
          await updateWrapping(tx, { ...key, wrapped, master: master.id })
        }
        return keys.length
      })
    }
  }
  return done
}
