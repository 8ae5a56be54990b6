export {
  type Asked,
  collectCosignatures,
  doubtOf,
  type WitnessedLogs,
  type WitnessState,
} from './collect-cosignatures.ts'
export { type KeptCheckpoints, keptInFolder } from './kept-checkpoints.ts'
export { serveWitness } from './serve-witness.ts'
export { createWitness, type Witness, type WitnessAnswer } from './witness.ts'
export { fileWitnessKey, type WitnessKey } from './witness-key.ts'
export { type Cosigned, httpWitnessLine, type WitnessLine } from './witness-line.ts'
