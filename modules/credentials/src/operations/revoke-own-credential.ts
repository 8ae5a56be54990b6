import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { credentialNotFound, revokeOwnCredential } from '../contract/index.ts'
import { revoke } from '../revoke.ts'
import { listMeant } from '../store/credentials.ts'

/** Revokes a person's own credential; one that is revoked already stays as it is. */
export const revokeOwnCredentialHandler = handle(revokeOwnCredential, {
  tenant: input => input.organisation,
  async run({ credential, person }, context) {
    const meant = { credential, person }
    const [known] = await listMeant(context.tx, meant)
    if (known === undefined) return refuse(credentialNotFound, { pointer: '/credential' })
    context.concerns([person])
    if (known.revokedAt === null) await revoke(meant, 'person', context)
    return { credential, revokedAt: known.revokedAt ?? context.now.toISOString() }
  },
})
