import { module } from '@tereze/foundation-operations'
import { collectCosignatures } from './jobs/collect-cosignatures.ts'
import { sealLines } from './jobs/seal-lines.ts'
import { getLogState } from './operations/get-log-state.ts'
import { getProof } from './operations/get-proof.ts'
import { getProofFile } from './operations/get-proof-file.ts'
import { listAccessKinds } from './operations/list-access-kinds.ts'
import { listAccesses } from './operations/list-accesses.ts'
import { listSealedLinesHandler } from './operations/list-sealed-lines.ts'
import { proveMark } from './operations/prove-mark.ts'
import { exportLinesHandler } from './protocols/export-lines.ts'
import { showProofHandler } from './protocols/show-proof.ts'

export { createAuditor } from './auditor.ts'
export { logSigner } from './ports/log-signer.ts'
export { witnesses } from './ports/witnesses.ts'
export { type LogProblem, type LogReport, verifyLog, type WitnessedState } from './verify-log.ts'

/** Who did what, to whom, why: append-only, sealed in a Merkle log for each organisation. */
export const audit = module({
  name: 'audit',
  operations: [listAccesses, listAccessKinds, getProof, getProofFile, getLogState, listSealedLinesHandler, proveMark],
  protocols: [showProofHandler, exportLinesHandler],
  jobs: [sealLines, collectCosignatures],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})

export { tellerOf } from './siem/teller-of.ts'
export { type SiemFormat, siemFormats } from './siem/told-line.ts'
export { listLogs } from './store/cosignatures.ts'
export { findSize, listLinesFrom, listLinesOf, listLookedAt, listSizes, type PlacedLine } from './store/sealed-lines.ts'
