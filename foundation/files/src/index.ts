export { clamd } from './clamd.ts'
export { diskFiles } from './disk.ts'
export { FilesUnavailable, failingFiles } from './failing.ts'
export { fileStore } from './file-store.ts'
export { type Content, contentOf, fits, headLength } from './media-type.ts'
export {
  FileDamaged,
  type FileHash,
  type Files,
  type FileTooLarge,
  isFileHash,
  isTooLarge,
  type StoredFile,
} from './port.ts'
export { type SealedBlobs, sealedBlobStore, sealedBlobs } from './sealed-blobs.ts'
export {
  failingVirusCheck,
  noVirusCheck,
  type Verdict,
  type VirusCheck,
  VirusCheckUnavailable,
  virusCheck,
} from './virus-check.ts'
