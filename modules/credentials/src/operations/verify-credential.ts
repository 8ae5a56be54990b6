import { handle } from '@tereze/foundation-operations'
import { checkCredential } from '../check-credential.ts'
import { verifyCredential } from '../contract/index.ts'

/** Anyone's check of a credential. */
export const verifyCredentialHandler = handle(verifyCredential, {
  tenant: () => 'platform',
  run: ({ credential }, context) => checkCredential(credential.trim(), null, context),
})
