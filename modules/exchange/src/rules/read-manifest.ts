import { findProblems } from '@tereze/foundation-operations'
import { FileManifest } from '../contract/file.ts'

/** What a sender says of a file, from the payload that it signed; null when it is none. */
export function readManifest(payload: string): FileManifest | null {
  try {
    const value: unknown = JSON.parse(payload)
    return findProblems(FileManifest, value).length === 0 ? (value as FileManifest) : null
  } catch {
    return null
  }
}
