import { packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { recordChanged, recordRegistered } from '@tereze/registers/contract'
import { situationsOf } from '../definition/situation.ts'
import { insertLook } from '../store/looks.ts'

/** A record was added or changed: situations that it may begin or move will look at it. */
export const onRecord = subscriber({
  name: 'situations.on-record',
  on: [recordRegistered, recordChanged],
  tenant: () => 'platform',
  async react(event, context) {
    for (const { id } of situationsOf(context.port(packages), event.type, event.data.register)) {
      await insertLook(
        context.tx,
        {
          id: `${event.id}/${id}`,
          kind: id,
          register: event.data.register,
          record: event.data.record,
          recordVersion: event.data.version,
        },
        context.now,
      )
    }
  },
})
