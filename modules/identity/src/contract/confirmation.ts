import { JsonObject, operation } from '@tereze/operation'
import { Type } from 'typebox'
import { PasskeyId, passkeyUnfit } from './passkey.ts'

/** SHA-256 of what is confirmed, base64url: the challenge that the authenticator signs. */
export const ConfirmedDigest = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' })

/** What an authenticator has to be asked to confirm something. */
export const prepareConfirmation = operation({
  name: 'identity.prepare-confirmation',
  does: 'Gives what a browser needs to confirm a digest by a passkey of the own account (WebAuthn); null where it has none.',
  kind: 'query',
  input: Type.Object({ digest: ConfirmedDigest }),
  output: Type.Object({
    /** PublicKeyCredentialRequestOptionsJSON. */
    options: Type.Union([JsonObject, Type.Null()]),
  }),
  permission: 'identity.confirmation.give',
})

/** Takes the confirmation of a digest. */
export const confirmDigest = operation({
  name: 'identity.confirm-digest',
  does: 'Checks that a passkey of the own account signed a digest, after checking its owner, and notes its use.',
  input: Type.Object({
    digest: ConfirmedDigest,
    /** What the authenticator answered (AuthenticationResponseJSON). */
    response: JsonObject,
  }),
  output: Type.Object({
    passkey: PasskeyId,
    /** Its COSE key, base64: with it anyone can check the answer again. */
    publicKey: Type.String(),
  }),
  permission: 'identity.confirmation.give',
  refusals: [passkeyUnfit],
})
