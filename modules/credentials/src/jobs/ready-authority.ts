import type { Database } from '@tereze/foundation-database'
import { job } from '@tereze/foundation-operations'
import { foundAuthority } from '@tereze/signatures/contract'

const ready = new WeakSet<Database>()

/** Makes sure, once for a node, that there is an authority for the seals: who asks a wallet has to have a certificate. */
export const readyAuthority = job({
  name: 'credentials.ready-authority',
  every: 3_600_000,
  patient: true,
  async run({ database, write }) {
    if (ready.has(database)) return 0
    await write('platform', context => context.call(foundAuthority, {}))
    ready.add(database)
    return 0
  },
})
