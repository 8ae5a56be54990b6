import { keyring } from '@tereze/foundation-keys'
import { job } from '@tereze/foundation-operations'

/** How long a key is signed with, milliseconds. */
const lifetime = 90 * 86_400_000

/** Makes successors of keys that are ninety days old; other installations learn of them when they first see one. */
export const renewKeys = job({
  name: 'exchange.renew-keys',
  every: 3_600_000,
  patient: true,
  async run({ database, clock, ports, write }) {
    const keys = ports.get(keyring)
    const aged = await keys.listAged(database, 'exchange', new Date(clock.now().getTime() - lifetime))
    for (const tenant of aged) await write(tenant, ({ tx }) => keys.rotate(tx, 'exchange'))
    return aged.length
  },
})
