import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { registerProvider as definition, providerAddressUnsafe, providerExists } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { isLoopback } from '../rules/decide-client.ts'
import { insertProvider } from '../store/outside.ts'

/** Registers an outside provider. */
export const registerProvider = handle(definition, {
  tenant: () => platform,
  async run(provider, { tx, now }) {
    const safe = URL.parse(provider.issuer)?.protocol === 'https:' || isLoopback(provider.issuer)
    if (!safe) return refuse(providerAddressUnsafe, { pointer: '/issuer' })
    if (!(await insertProvider(tx, provider, now))) return refuse(providerExists, { pointer: '/provider' })
    return { provider: provider.provider }
  },
})
