import { module } from '@tereze/foundation-operations'
import { askPowers } from './jobs/ask-powers.ts'
import { forgetUnsigned } from './jobs/forget-unsigned.ts'
import { succeedAuthorityJob } from './jobs/succeed-authority.ts'
import { answerTimestampHandler } from './operations/answer-timestamp.ts'
import { askPasskeyHandler } from './operations/ask-passkey.ts'
import { certifySealHandler } from './operations/certify-seal.ts'
import { confirmAuthorityHandler } from './operations/confirm-authority.ts'
import { findAnchorsHandler } from './operations/find-anchors.ts'
import { findAnswersHandler } from './operations/find-answers.ts'
import { findSignedHandler } from './operations/find-signed.ts'
import { foundAuthorityHandler } from './operations/found-authority.ts'
import { getStatementHandler } from './operations/get-statement.ts'
import { keepAnswerHandler } from './operations/keep-answer.ts'
import { keepPowerHandler } from './operations/keep-power.ts'
import { keepSignatureHandler } from './operations/keep-signature.ts'
import { listSealUsesHandler } from './operations/list-seal-uses.ts'
import { listSealsHandler } from './operations/list-seals.ts'
import { listSignedHandler } from './operations/list-signed.ts'
import { listTrustedHandler } from './operations/list-trusted.ts'
import { prepareStatementHandler } from './operations/prepare-statement.ts'
import { proposeAuthorityHandler } from './operations/propose-authority.ts'
import { readAuthoritiesHandler } from './operations/read-authorities.ts'
import { renewSealHandler } from './operations/renew-seal.ts'
import { revokeOwnKeyHandler } from './operations/revoke-own-key.ts'
import { revokeSealHandler } from './operations/revoke-seal.ts'
import { signByPasskeyHandler } from './operations/sign-by-passkey.ts'
import { signWithSealHandler } from './operations/sign-with-seal.ts'
import { succeedAuthorityHandler } from './operations/succeed-authority.ts'
import { withdrawAuthorityHandler } from './operations/withdraw-authority.ts'
import { writeRevokedHandler } from './operations/write-revoked.ts'
import { bringSignatureHandler } from './protocols/bring-signature.ts'
import { checkFileHandler } from './protocols/check-file.ts'
import { checkPowerHandler } from './protocols/check-power.ts'
import { downloadSignatureHandler, downloadStatementHandler } from './protocols/download-statement.ts'
import { showRevokedHandler } from './protocols/show-revoked.ts'
import { stampTimeHandler } from './protocols/stamp-time.ts'

export { checkPowerFile, type PowerFile } from './check-power-file.ts'
export { checkSignedFile, type SignedFile } from './check-signed-file.ts'
export { organisationSeals } from './organisation-seals.ts'
export { authorityLine } from './ports/authority-line.ts'
export { demoPowersRegistry } from './ports/demo-powers-registry.ts'
export { failingPowersRegistry } from './ports/failing-powers-registry.ts'
export { httpClock } from './ports/http-clock.ts'
export { outsideClock } from './ports/outside-clock.ts'
export { type PowersRegistry, powersRegistry } from './ports/powers-registry.ts'
export {
  type Confirmation,
  type Confirmations,
  confirmations,
  type Signers,
  signers,
} from './ports/signers.ts'
export type { ReadySeal } from './ready-seal.ts'
export type { NationalNumber } from './rules/decide-signer.ts'
export { signingPrograms } from './rules/signature-profiles.ts'
export { createSignatory } from './signatory.ts'
export { takePower } from './take-power.ts'
export { takeSignature } from './take-signature.ts'

/** Checks signed files of any origin, keeps what authorities answer about certificates, certifies the seals of organisations, and takes the signatures of people. */
export const signatures = module({
  name: 'signatures',
  operations: [
    keepAnswerHandler,
    findAnswersHandler,
    foundAuthorityHandler,
    certifySealHandler,
    signWithSealHandler,
    revokeSealHandler,
    renewSealHandler,
    listSealsHandler,
    listSealUsesHandler,
    listTrustedHandler,
    writeRevokedHandler,
    succeedAuthorityHandler,
    withdrawAuthorityHandler,
    readAuthoritiesHandler,
    proposeAuthorityHandler,
    findAnchorsHandler,
    confirmAuthorityHandler,
    answerTimestampHandler,
    prepareStatementHandler,
    getStatementHandler,
    askPasskeyHandler,
    signByPasskeyHandler,
    keepSignatureHandler,
    keepPowerHandler,
    findSignedHandler,
    listSignedHandler,
    revokeOwnKeyHandler,
  ],
  jobs: [askPowers, forgetUnsigned, succeedAuthorityJob],
  protocols: [
    bringSignatureHandler,
    downloadStatementHandler,
    downloadSignatureHandler,
    checkFileHandler,
    checkPowerHandler,
    showRevokedHandler,
    stampTimeHandler,
  ],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
