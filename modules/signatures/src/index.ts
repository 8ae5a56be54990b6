import { module } from '@tereze/foundation-operations'
import { answerTimestampHandler } from './operations/answer-timestamp.ts'
import { certifySealHandler } from './operations/certify-seal.ts'
import { findAnswersHandler } from './operations/find-answers.ts'
import { foundAuthorityHandler } from './operations/found-authority.ts'
import { keepAnswerHandler } from './operations/keep-answer.ts'
import { revokeSealHandler } from './operations/revoke-seal.ts'
import { signWithSealHandler } from './operations/sign-with-seal.ts'
import { writeRevokedHandler } from './operations/write-revoked.ts'
import { checkFileHandler } from './protocols/check-file.ts'
import { showRevokedHandler } from './protocols/show-revoked.ts'
import { stampTimeHandler } from './protocols/stamp-time.ts'

export { checkSignedFile, type SignedFile } from './check-signed-file.ts'
export { authorityLine } from './ports/authority-line.ts'
export { type ReadySeal, readySeal } from './ready-seal.ts'

/** Checks signed files of any origin, keeps what authorities answer about certificates, and certifies the seals of organisations. */
export const signatures = module({
  name: 'signatures',
  operations: [
    keepAnswerHandler,
    findAnswersHandler,
    foundAuthorityHandler,
    certifySealHandler,
    signWithSealHandler,
    revokeSealHandler,
    writeRevokedHandler,
    answerTimestampHandler,
  ],
  protocols: [checkFileHandler, showRevokedHandler, stampTimeHandler],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
