import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { rotateKey } from '../contract/peer.ts'

/** Makes a new key for an organisation that runs here. */
export const rotateKeyHandler = handle(rotateKey, {
  tenant: input => input.organisation,
  async run(_, context) {
    const { kid } = await context.port(keyring).rotate(context.tx, 'exchange')
    context.concerns([], [`kid:${kid}`])
    return { kid }
  },
})
