import { handle } from '@tereze/foundation-operations'
import { listProviders as definition } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { listProvidersOf } from '../store/outside.ts'

/** Lists outside providers. */
export const listProviders = handle(definition, {
  tenant: () => platform,
  run: async (_input, { tx }) => ({ items: await listProvidersOf(tx, platform) }),
})
