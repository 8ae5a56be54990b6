import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { listKeys } from '../contract/index.ts'

/** Public keys of an organisation's seal. */
export const listKeysHandler = handle(listKeys, {
  tenant: input => input.organisation,
  async run(input, context) {
    const keys = await context.port(keyring).publicJwks(context.tx, input.organisation, 'seal')
    return { keys: keys.map(key => ({ ...key })) }
  },
})
