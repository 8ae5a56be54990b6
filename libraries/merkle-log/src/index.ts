export { fromBase64, toBase64 } from './base64.ts'
export { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint.ts'
export { cosignatureVerifier, cosigner } from './cosignature.ts'
export { type ExtendedLog, extendLog, type LogState, type TileGrowth } from './extend-log.ts'
export { type HashFunction, hashLeaf, hashNode, hashNothing, joined, sameBytes } from './hash.ts'
export {
  type NoteSigner,
  type NoteVerifier,
  noteAlgorithm,
  noteKeyId,
  type OpenedNote,
  openNote,
  signNote,
} from './note.ts'
export {
  consistencyRanges,
  inclusionRanges,
  isSubtree,
  type NodeLookup,
  nodesOf,
  proofOf,
  subtreeConsistencyRanges,
} from './proof.ts'
export {
  checkProofFile,
  formatProofFile,
  type ProofFault,
  type ProofFile,
  type Proved,
  parseProofFile,
} from './proof-file.ts'
export {
  consistencyFromTiles,
  type KeptTile,
  proofFromTiles,
  rootFromTiles,
  tilesOfConsistency,
  tilesOfProof,
  tilesOfRoot,
} from './proof-from-tiles.ts'
export { entriesPath, nodeInTile, type Tile, tileHeight, tileOf, tilePath, tilesBetween } from './tile.ts'
export {
  type Appended,
  appendLeaves,
  foldNodes,
  type HashedNode,
  type Node,
  nodesOfRange,
  type Range,
  splitOf,
} from './tree.ts'
export { formatVerifierKey, parseVerifierKey, type VerifierKey } from './verifier-key.ts'
export { verifyConsistency, verifyInclusion, verifySubtreeConsistency, verifySubtreeInclusion } from './verify.ts'
export {
  type Cosigning,
  type CosigningRequest,
  decideCosigning,
  formatCosigningRequest,
  parseCosigningRequest,
} from './witness.ts'
