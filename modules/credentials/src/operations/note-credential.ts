import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { credentialNotFound, noteCredential } from '../contract/index.ts'
import { revoke } from '../revoke.ts'
import { updateNotice } from '../store/credentials.ts'

/** Takes what became of credentials at a wallet; what was deleted there is nobody's to show any more. */
export const noteCredentialHandler = handle(noteCredential, {
  tenant: input => input.organisation,
  async run({ person, notification, what }, context) {
    const meant = { notification, person }
    context.concerns([person])
    const noted = await updateNotice(context.tx, meant, what)
    if (noted === 0) return refuse(credentialNotFound, { pointer: '/notification' })
    if (what === 'deleted') await revoke(meant, 'wallet', context)
    return { noted }
  },
})
