import { module } from '@tereze/foundation-operations'
import { sealLines } from './jobs/seal-lines.ts'
import { getProof } from './operations/get-proof.ts'
import { listAccessKinds } from './operations/list-access-kinds.ts'
import { listAccesses } from './operations/list-accesses.ts'

export { createAuditor } from './auditor.ts'
export { logSigner } from './ports/log-signer.ts'
export { type LogProblem, type LogReport, verifyLog } from './verify-log.ts'

/** Who did what, to whom, why: append-only, sealed in a Merkle log for each organisation. */
export const audit = module({
  name: 'audit',
  operations: [listAccesses, listAccessKinds, getProof],
  jobs: [sealLines],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
