import { Instant, JsonObject, operation, refusal, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { wayChanged } from './way-changed.ts'

/** Id of a passkey. */
export const PasskeyId = TypedId('passkey')

/** A passkey of an account, as its owner sees it. */
export const Passkey = Type.Object({
  passkey: PasskeyId,
  /** Where it was made, `Firefox, Windows`; null when the browser did not say. */
  name: Type.Union([Type.String(), Type.Null()]),
  /** Whether it is kept at a provider and on several devices. */
  synced: Type.Boolean(),
  addedAt: Instant,
  usedAt: Type.Union([Instant, Type.Null()]),
})
/** A passkey of an account. */
export type Passkey = Static<typeof Passkey>

/** Ways to sign in are changed only soon after signing in. */
export const signInStale = refusal('identity.sign-in-stale', 'forbidden')
/** The authenticator's answer does not fit what was asked, or its owner was not checked. */
export const passkeyUnfit = refusal('identity.passkey-unfit', 'invalid')
/** This passkey is known already. */
export const passkeyExists = refusal('identity.passkey-exists', 'conflict')
/** The account has no such passkey. */
export const passkeyNotFound = refusal('identity.passkey-not-found', 'not-found')
/** The account has as many passkeys as it may have. */
export const passkeysEnough = refusal('identity.passkeys-enough', 'conflict')

/** What an authenticator has to be asked to make a passkey. */
export const preparePasskey = operation({
  name: 'identity.prepare-passkey',
  does: 'Gives what a browser needs to make a passkey (WebAuthn, PublicKeyCredentialCreationOptionsJSON).',
  kind: 'query',
  input: Type.Object({}),
  output: Type.Object({ options: JsonObject }),
  permission: 'identity.way.read',
  refusals: [signInStale],
})

/** Adds a passkey to the own account. */
export const addPasskey = operation({
  name: 'identity.add-passkey',
  does: 'Adds a passkey to the own account.',
  input: Type.Object({
    /** What the authenticator made (RegistrationResponseJSON). */
    response: JsonObject,
    name: Type.Union([Type.String({ maxLength: 60 }), Type.Null()]),
  }),
  output: Type.Object({ passkey: PasskeyId }),
  permission: 'identity.way.change',
  assurance: 'substantial',
  refusals: [signInStale, passkeyUnfit, passkeyExists, passkeysEnough],
  emits: [wayChanged],
})

/** Removes a passkey from the own account. */
export const removePasskey = operation({
  name: 'identity.remove-passkey',
  does: 'Removes a passkey from the own account.',
  input: Type.Object({ passkey: PasskeyId }),
  output: Type.Object({ passkey: PasskeyId }),
  permission: 'identity.way.change',
  assurance: 'substantial',
  refusals: [signInStale, passkeyNotFound],
  emits: [wayChanged],
})

/** Passkeys of the own account. */
export const listPasskeys = operation({
  name: 'identity.list-passkeys',
  does: 'Lists the passkeys of the own account.',
  kind: 'query',
  input: Type.Object({}),
  output: Type.Object({ items: Type.Array(Passkey) }),
  permission: 'identity.way.read',
})
