export { diskFiles } from './disk.ts'
export { FilesUnavailable, failingFiles } from './failing.ts'
export { fileStore } from './file-store.ts'
export {
  FileDamaged,
  type FileHash,
  type Files,
  type FileTooLarge,
  isFileHash,
  isTooLarge,
  type StoredFile,
} from './port.ts'
