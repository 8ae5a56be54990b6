import { module } from '@tereze/foundation-operations'
import { forgetExpired } from './jobs/forget-expired.ts'
import { tellSignOuts } from './jobs/tell-sign-outs.ts'
import { actFor } from './operations/act-for.ts'
import { addCodeProgram } from './operations/add-code-program.ts'
import { addPasskey } from './operations/add-passkey.ts'
import { answerInteraction } from './operations/answer-interaction.ts'
import { appointOfficial } from './operations/appoint-official.ts'
import { beginRecovery } from './operations/begin-recovery.ts'
import { changeAccess } from './operations/change-access.ts'
import { changeRecovery } from './operations/change-recovery.ts'
import { checkCertificate } from './operations/check-certificate.ts'
import { checkCode } from './operations/check-code.ts'
import { checkPasskey } from './operations/check-passkey.ts'
import { checkPassword } from './operations/check-password.ts'
import { confirmDigest } from './operations/confirm-digest.ts'
import { confirmRecovery } from './operations/confirm-recovery.ts'
import { disownChange } from './operations/disown-change.ts'
import { dropRecovery } from './operations/drop-recovery.ts'
import { endApplication } from './operations/end-application.ts'
import { endSession } from './operations/end-session.ts'
import { endSessions } from './operations/end-sessions.ts'
import { findGiven } from './operations/find-given.ts'
import { finishSignIn } from './operations/finish-sign-in.ts'
import { getSession } from './operations/get-session.ts'
import { getWays } from './operations/get-ways.ts'
import { grantRole } from './operations/grant-role.ts'
import { leaveForProvider } from './operations/leave-for-provider.ts'
import { listApplications } from './operations/list-applications.ts'
import { listClients } from './operations/list-clients.ts'
import { listLinks } from './operations/list-links.ts'
import { listOfficials } from './operations/list-officials.ts'
import { listPasskeys } from './operations/list-passkeys.ts'
import { listProviders } from './operations/list-providers.ts'
import { listRecoveries } from './operations/list-recoveries.ts'
import { listRoles } from './operations/list-roles.ts'
import { listSessions } from './operations/list-sessions.ts'
import { listWayChanges } from './operations/list-way-changes.ts'
import { prepareConfirmation } from './operations/prepare-confirmation.ts'
import { preparePasskey } from './operations/prepare-passkey.ts'
import { registerClient } from './operations/register-client.ts'
import { registerProvider } from './operations/register-provider.ts'
import { removeCodeProgram } from './operations/remove-code-program.ts'
import { removeLink } from './operations/remove-link.ts'
import { removePasskey } from './operations/remove-passkey.ts'
import { removePassword } from './operations/remove-password.ts'
import { returnFromProvider } from './operations/return-from-provider.ts'
import { setPassword } from './operations/set-password.ts'
import { showAccess } from './operations/show-access.ts'
import { showAuthorizationServer } from './operations/show-authorization-server.ts'
import { showChallenge } from './operations/show-challenge.ts'
import { showCode } from './operations/show-code.ts'
import { showInteraction } from './operations/show-interaction.ts'
import { showRecoveries } from './operations/show-recoveries.ts'
import { showSignOut } from './operations/show-sign-out.ts'
import { signOut } from './operations/sign-out.ts'
import { speakOpenId } from './operations/speak-openid.ts'
import { startSignIn } from './operations/start-sign-in.ts'
import { usePaperCode } from './operations/use-paper-code.ts'
import { withdrawClient } from './operations/withdraw-client.ts'
import { withdrawProvider } from './operations/withdraw-provider.ts'
import { withdrawRole } from './operations/withdraw-role.ts'

export { type AuthenticatorOptions, createAuthenticator } from './authenticator.ts'
export { createIdentity, type Identity, type IdentityOptions, type WalletTokenClaims } from './create-identity.ts'
export { createFormTokens, type FormTokens } from './form-tokens.ts'
export type { OpenIdClient } from './openid/client.ts'
export type { BearerSystems } from './ports/bearer-systems.ts'
export type { CertificateHolder, CertificateHolders } from './ports/certificate-holders.ts'
export type { CodeLine } from './ports/code-line.ts'
export { demoPhone } from './ports/demo-phone.ts'
export type { DemoIdentity, DemoSignIn } from './ports/demo-sign-in.ts'
export { demoNetworkPlaces } from './ports/network-places/demo.ts'
export { failingNetworkPlaces } from './ports/network-places/failing.ts'
export type { NetworkPlace, NetworkPlaces } from './ports/network-places/port.ts'
export { NetworkTableBroken, networkTable } from './ports/network-places/table.ts'
export type { PersonNames } from './ports/person-names.ts'
export { type RoleGiving, roleGiving } from './ports/role-giving.ts'
export { type RolesApart, rolesApart } from './ports/roles-apart.ts'
export { type SharedSecret, sharedSecrets } from './ports/shared-secrets.ts'
export type { TakenOffer, WalletIssuers } from './ports/wallet-issuers.ts'
export type { Travel } from './rules/decide-travel.ts'
export { findTravels } from './sign-in-traces.ts'

/** Sign-in, sessions, officials and their roles. */
export const identity = module({
  name: 'identity',
  operations: [
    getSession,
    actFor,
    endSession,
    appointOfficial,
    listOfficials,
    listRoles,
    grantRole,
    withdrawRole,
    registerClient,
    withdrawClient,
    listClients,
    preparePasskey,
    addPasskey,
    removePasskey,
    listPasskeys,
    prepareConfirmation,
    confirmDigest,
    listSessions,
    endSessions,
    listApplications,
    findGiven,
    endApplication,
    getWays,
    setPassword,
    removePassword,
    addCodeProgram,
    removeCodeProgram,
    registerProvider,
    withdrawProvider,
    listProviders,
    listLinks,
    removeLink,
    listWayChanges,
    disownChange,
    beginRecovery,
    confirmRecovery,
    dropRecovery,
    listRecoveries,
  ],
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
    showAuthorizationServer,
    checkPasskey,
    checkPassword,
    usePaperCode,
    showChallenge,
    checkCertificate,
    leaveForProvider,
    returnFromProvider,
    showRecoveries,
    changeRecovery,
    showAccess,
    changeAccess,
  ],
  jobs: [forgetExpired, tellSignOuts],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
