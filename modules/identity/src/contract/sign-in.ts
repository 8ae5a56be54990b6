import { protocol, refusal } from '@tereze/operation'

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
/** This sign-in was begun in another browser, finished already or left lying: begin again. */
export const signInExpired = refusal('identity.sign-in-expired', 'gone')
/** The answer to our request for a sign-in is not the one that this browser asked for. */
export const signInMismatched = refusal('identity.sign-in-mismatched', 'forbidden')
/** No way to sign in is set up. */
export const signInUnavailable = refusal('identity.sign-in-unavailable', 'unavailable')

const begin = 'identity.session.begin'

/** `GET /sign-in?to=/path&as=person|official` */
export const startSignIn = protocol({
  name: 'identity.start-sign-in',
  does: 'Begins a sign-in and sends the browser to the OpenID provider.',
  method: 'GET',
  path: '/sign-in',
  permission: begin,
  refusals: [signInUnavailable],
})

/** `GET /sign-in/interaction/:uid` */
export const showInteraction = protocol({
  name: 'identity.show-interaction',
  does: 'Asks who signs in, or whether an application may act for them.',
  method: 'GET',
  path: '/sign-in/interaction/:uid',
  permission: begin,
  refusals: [signInExpired, signInUnavailable],
})

/** `POST /sign-in/interaction/:uid` */
export const answerInteraction = protocol({
  name: 'identity.answer-interaction',
  does: 'Takes who signs in and sends them a one-time code; takes the answer to an application.',
  method: 'POST',
  path: '/sign-in/interaction/:uid',
  permission: begin,
  limit: 4096,
  refusals: [signInExpired, identityUnknown, signInPaused, signInUnavailable],
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
  refusals: [signInExpired, signInMismatched],
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
