import { module } from '@tereze/foundation-operations'
import { findAnswersHandler } from './operations/find-answers.ts'
import { keepAnswerHandler } from './operations/keep-answer.ts'
import { checkFileHandler } from './protocols/check-file.ts'

export { checkSignedFile, type SignedFile } from './check-signed-file.ts'
export { authorityLine } from './ports/authority-line.ts'

/** Checks signed files of any origin, and keeps what authorities answer about certificates. */
export const signatures = module({
  name: 'signatures',
  operations: [keepAnswerHandler, findAnswersHandler],
  protocols: [checkFileHandler],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
