import { createHmac } from 'node:crypto'
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { port } from '@tereze/operation'
import type { KeptPasskey } from './store/passkeys.ts'

/** A passkey that an authenticator has made. */
export type MadePasskey = Pick<KeptPasskey, 'credential' | 'publicKey' | 'counter' | 'transports' | 'synced'>

/**
 * Asks authenticators and checks what they answer (Web Authentication, level 3). A challenge belongs to one session or one sign-in and needs
 * not be kept: it is an HMAC of that name.
 */
export interface Passkeys {
  /** What a browser needs to make a passkey for an account. */
  creationOptions(about: {
    session: string
    account: string
    name: string
    known: readonly KeptPasskey[]
  }): Promise<Record<string, unknown>>
  /** The passkey that was made; null when the answer is to another question, place or none. */
  checkCreation(session: string, response: unknown): Promise<MadePasskey | null>
  /** What a browser needs to sign in with any passkey of this place. */
  requestOptions(interaction: string): Promise<Record<string, unknown>>
  /** The counter of a passkey that signed; null when it did not, for this sign-in, at this place, after checking its owner. */
  checkRequest(interaction: string, response: unknown, passkey: KeptPasskey): Promise<number | null>
  /** What a browser needs to confirm a digest (base64url) by one of these passkeys: the digest itself is the challenge. */
  confirmationOptions(digest: string, of: readonly KeptPasskey[]): Promise<Record<string, unknown>>
  /** The counter of a passkey that signed the digest; null when it did not, at this place, after checking its owner. */
  checkConfirmation(digest: string, response: unknown, passkey: KeptPasskey): Promise<number | null>
}
/** Bound by `createIdentity`. */
export const passkeys = port<Passkeys>('identity.passkeys')

/** Id of the passkey in an answer; empty when it is none. */
export function credentialOf(response: unknown): string {
  const id = typeof response === 'object' && response !== null && 'id' in response ? response.id : ''
  return typeof id === 'string' ? id : ''
}

/** Why an answer of an authenticator does not hold is of no use to whoever sent it. */
async function orNull<T>(check: () => Promise<T | null>): Promise<T | null> {
  try {
    return await check()
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}

/** Passkeys of an origin. @param options.secret keys the challenges. */
export function createPasskeys(options: { origin: string; name: string; secret: Uint8Array }): Passkeys {
  const { origin, secret } = options
  const rpID = new URL(origin).hostname
  const challengeOf = (subject: string) =>
    new Uint8Array(createHmac('sha256', secret).update(`passkey ${subject}`).digest())
  const expected = (subject: string) => expectedOf(Buffer.from(challengeOf(subject)).toString('base64url'))
  const expectedOf = (expectedChallenge: string) => ({
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
  })
  const checkAnswer = (
    wanted: ReturnType<typeof expectedOf>,
    response: unknown,
    { credential, publicKey, counter, transports }: KeptPasskey,
  ) =>
    orNull(async () => {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: response as AuthenticationResponseJSON,
        ...wanted,
        credential: {
          id: credential,
          publicKey: new Uint8Array(publicKey),
          counter,
          transports: transports as AuthenticatorTransport[],
        },
      })
      return verified ? authenticationInfo.newCounter : null
    })
  return {
    async creationOptions({ session, account, name, known }) {
      const made = await generateRegistrationOptions({
        rpName: options.name,
        rpID,
        userName: name,
        userDisplayName: name,
        userID: challengeOf(`account ${account}`),
        challenge: challengeOf(`new ${session}`),
        attestationType: 'none',
        excludeCredentials: known.map(({ credential }) => ({ id: credential })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      return { ...made }
    },
    checkCreation: (session, response) =>
      orNull(async () => {
        const { verified, registrationInfo } = await verifyRegistrationResponse({
          response: response as RegistrationResponseJSON,
          ...expected(`new ${session}`),
        })
        if (!verified) return null
        const { credential, credentialDeviceType } = registrationInfo
        return {
          credential: credential.id,
          publicKey: credential.publicKey,
          counter: credential.counter,
          transports: credential.transports ?? [],
          synced: credentialDeviceType === 'multiDevice',
        }
      }),
    async requestOptions(interaction) {
      return {
        ...(await generateAuthenticationOptions({
          rpID,
          userVerification: 'required',
          challenge: challengeOf(interaction),
        })),
      }
    },
    checkRequest: (interaction, response, passkey) => checkAnswer(expected(interaction), response, passkey),
    async confirmationOptions(digest, of) {
      return {
        ...(await generateAuthenticationOptions({
          rpID,
          userVerification: 'required',
          challenge: new Uint8Array(Buffer.from(digest, 'base64url')),
          allowCredentials: of.map(({ credential, transports }) => ({
            id: credential,
            transports: transports as AuthenticatorTransport[],
          })),
        })),
      }
    },
    checkConfirmation: (digest, response, passkey) => checkAnswer(expectedOf(digest), response, passkey),
  }
}
