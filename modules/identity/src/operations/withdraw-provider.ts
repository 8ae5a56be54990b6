import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { withdrawProvider as definition, providerNotFound } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { deleteProvider } from '../store/outside.ts'

/** Withdraws an outside provider. */
export const withdrawProvider = handle(definition, {
  tenant: () => platform,
  async run({ provider }, { tx }) {
    if (!(await deleteProvider(tx, provider))) return refuse(providerNotFound, { pointer: '/provider' })
    return { provider }
  },
})
