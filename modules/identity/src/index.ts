import { module } from '@tereze/foundation-operations'
import { forgetExpired } from './jobs/forget-expired.ts'
import { actFor } from './operations/act-for.ts'
import { answerInteraction } from './operations/answer-interaction.ts'
import { appointOfficial } from './operations/appoint-official.ts'
import { checkCode } from './operations/check-code.ts'
import { endSession } from './operations/end-session.ts'
import { finishSignIn } from './operations/finish-sign-in.ts'
import { getSession } from './operations/get-session.ts'
import { listOfficials } from './operations/list-officials.ts'
import { showCode } from './operations/show-code.ts'
import { showInteraction } from './operations/show-interaction.ts'
import { showSignOut } from './operations/show-sign-out.ts'
import { signOut } from './operations/sign-out.ts'
import { speakOpenId } from './operations/speak-openid.ts'
import { startSignIn } from './operations/start-sign-in.ts'

export { type AuthenticatorOptions, createAuthenticator } from './authenticator.ts'
export { createIdentity, type Identity, type IdentityOptions } from './create-identity.ts'
export { createFormTokens, type FormTokens } from './form-tokens.ts'
export type { OpenIdClient } from './openid/client.ts'
export type { BearerSystems } from './ports/bearer-systems.ts'
export { demoPhone } from './ports/demo-phone.ts'
export type { DemoIdentity, DemoSignIn } from './ports/demo-sign-in.ts'
export type { PersonNames } from './ports/person-names.ts'
export { type SharedSecret, sharedSecrets } from './ports/shared-secrets.ts'

/** Sign-in, sessions, officials and their roles. */
export const identity = module({
  name: 'identity',
  operations: [getSession, actFor, endSession, appointOfficial, listOfficials],
  protocols: [
    startSignIn,
    showInteraction,
    answerInteraction,
    showCode,
    checkCode,
    finishSignIn,
    showSignOut,
    signOut,
    speakOpenId,
  ],
  jobs: [forgetExpired],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
