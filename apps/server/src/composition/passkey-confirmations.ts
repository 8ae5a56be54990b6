import { confirmDigest, prepareConfirmation } from '@tereze/identity/contract'
import { isRefused } from '@tereze/operation'
import type { Confirmations } from '@tereze/signatures'

/** Passkeys of the identity module, in the transaction of whoever asks. */
export const passkeyConfirmations: Confirmations = {
  async prepare(context, digest) {
    const prepared = await context.call(prepareConfirmation, { digest })
    return isRefused(prepared) ? null : prepared.options
  },
  async confirm(context, digest, response) {
    const confirmed = await context.call(confirmDigest, { digest, response })
    return isRefused(confirmed) ? null : confirmed
  },
}
