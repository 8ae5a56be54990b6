import { handle } from '@tereze/foundation-operations'
import { giveNonce } from '../contract/index.ts'
import { newNonce } from '../nonces.ts'

/** Gives a nonce for the proof of a key. */
export const giveNonceHandler = handle(giveNonce, {
  tenant: input => input.organisation,
  run: async (_, context) => ({ nonce: await newNonce(context) }),
})
