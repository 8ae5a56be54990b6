import { protocol, refusal } from '@tereze/operation'
import { passkeyUnfit } from './passkey.ts'
import { passwordPaused, passwordWrong } from './password.ts'

/** No code was entered; that is no try. */
export const codeMissing = refusal('identity.code-missing', 'invalid')
/** The one-time code is wrong; `left` tries remain. */
export const codeWrong = refusal('identity.code-wrong', 'invalid')
/** Too many wrong codes: ask for a new one. */
export const codeExhausted = refusal('identity.code-exhausted', 'too-many')
/** The code is older than five minutes. */
export const codeExpired = refusal('identity.code-expired', 'gone')
/** The code has been used. */
export const codeUsed = refusal('identity.code-used', 'gone')
/** Nobody was chosen, or nobody who may sign in. */
export const identityUnknown = refusal('identity.identity-unknown', 'invalid')
/** So many codes of one account were guessed at that it must wait a quarter of an hour. */
export const signInPaused = refusal('identity.sign-in-paused', 'too-many')
/** No national number was entered to which a code could go. */
export const numberMissing = refusal('identity.number-missing', 'invalid')
/** So many codes were asked for that the next has to wait. */
export const codesEnough = refusal('identity.codes-enough', 'too-many')
/** This sign-in was begun in another browser, finished already or left lying: begin again. */
export const signInExpired = refusal('identity.sign-in-expired', 'gone')
/** The answer to our request for a sign-in is not the one that this browser asked for. */
export const signInMismatched = refusal('identity.sign-in-mismatched', 'forbidden')
/** The way that was chosen does not prove surely enough who it is for what is wanted; `level` is needed. */
export const signInTooWeak = refusal('identity.sign-in-too-weak', 'forbidden')
/** One-time codes are not set up here. */
export const signInUnavailable = refusal('identity.sign-in-unavailable', 'unavailable')

const begin = 'identity.session.begin'

/** `GET /sign-in?to=/path&as=person|official&level=substantial|high` */
export const startSignIn = protocol({
  name: 'identity.start-sign-in',
  does: 'Begins a sign-in and sends the browser to the OpenID provider.',
  method: 'GET',
  path: '/sign-in',
  permission: begin,
})

/** `GET /sign-in/interaction/:uid` */
export const showInteraction = protocol({
  name: 'identity.show-interaction',
  does: 'Asks who signs in, or whether an application may act for them.',
  method: 'GET',
  path: '/sign-in/interaction/:uid',
  permission: begin,
  refusals: [signInExpired],
})

/** `POST /sign-in/interaction/:uid` */
export const answerInteraction = protocol({
  name: 'identity.answer-interaction',
  does: 'Takes who signs in and sends them a one-time code; takes the answer to an application.',
  method: 'POST',
  path: '/sign-in/interaction/:uid',
  permission: begin,
  limit: 4096,
  refusals: [signInExpired, identityUnknown, signInPaused, signInUnavailable, numberMissing, codesEnough],
})

/** `GET /sign-in/interaction/:uid/code` */
export const showCode = protocol({
  name: 'identity.show-code',
  does: 'Asks for the one-time code.',
  method: 'GET',
  path: '/sign-in/interaction/:uid/code',
  permission: begin,
  refusals: [signInExpired, signInUnavailable],
})

/** `POST /sign-in/interaction/:uid/code` */
export const checkCode = protocol({
  name: 'identity.check-code',
  does: 'Checks the one-time code, or sends another.',
  method: 'POST',
  path: '/sign-in/interaction/:uid/code',
  permission: begin,
  limit: 4096,
  refusals: [
    signInExpired,
    codeMissing,
    codeWrong,
    codeExhausted,
    codeExpired,
    codeUsed,
    codesEnough,
    signInPaused,
    signInUnavailable,
  ],
})

/** `GET /sign-in/callback` */
export const finishSignIn = protocol({
  name: 'identity.finish-sign-in',
  does: 'Exchanges the provider’s code for an identity and begins the session.',
  method: 'GET',
  path: '/sign-in/callback',
  permission: begin,
  refusals: [signInExpired, signInMismatched, signInTooWeak],
})

/** `GET /sign-out` */
export const showSignOut = protocol({
  name: 'identity.show-sign-out',
  does: 'Asks whether to end the session.',
  method: 'GET',
  path: '/sign-out',
  permission: begin,
})

/** `POST /sign-out` */
export const signOut = protocol({
  name: 'identity.sign-out',
  does: 'Ends the session and the provider’s.',
  method: 'POST',
  path: '/sign-out',
  permission: begin,
  limit: 4096,
})

/** `/oidc/*` */
export const speakOpenId = protocol({
  name: 'identity.speak-openid',
  does: 'Speaks OpenID Connect: discovery, authorization, token, user info, revocation, end of session.',
  method: 'ALL',
  path: '/oidc/*',
  permission: 'identity.openid.speak',
  limit: 57_344,
})

/** `GET /.well-known/oauth-authorization-server/oidc` */
export const showAuthorizationServer = protocol({
  name: 'identity.show-authorization-server',
  does: 'Gives the metadata of the OpenID provider where wallets look for it (RFC 8414, 3.1).',
  method: 'GET',
  path: '/.well-known/oauth-authorization-server/oidc',
  permission: 'identity.openid.speak',
})

/** `POST /sign-in/interaction/:uid/passkey` */
export const checkPasskey = protocol({
  name: 'identity.check-passkey',
  does: 'Checks what a passkey signed and goes on with the sign-in.',
  method: 'POST',
  path: '/sign-in/interaction/:uid/passkey',
  permission: begin,
  limit: 16_384,
  refusals: [signInExpired, passkeyUnfit],
})

/** `POST /sign-in/interaction/:uid/password` */
export const checkPassword = protocol({
  name: 'identity.check-password',
  does: 'Checks name, password and code and goes on with the sign-in.',
  method: 'POST',
  path: '/sign-in/interaction/:uid/password',
  permission: begin,
  limit: 4096,
  refusals: [signInExpired, passwordWrong, passwordPaused],
})

/** `GET /me/access` */
export const showAccess = protocol({
  name: 'identity.show-access',
  does: 'Shows the ways to sign in to the own account, and where it is signed in.',
  method: 'GET',
  path: '/me/access',
  permission: 'identity.way.read',
})

/** `POST /me/access` */
export const changeAccess = protocol({
  name: 'identity.change-access',
  does: 'Changes a way to sign in to the own account, or ends sessions of it.',
  method: 'POST',
  path: '/me/access',
  permission: 'identity.way.change',
  limit: 65_536,
})
