import { unzip, ZipUnreadable } from '@tereze/zip-archive'
import { FileUnreadable } from './table.ts'

/**
 * The wanted files of a packed workbook.
 * @throws FileUnreadable when it unfolds too far or is broken.
 */
export function unfolded(bytes: Uint8Array, wanted: (name: string) => boolean, limit: number): Map<string, Uint8Array> {
  try {
    return unzip(bytes, wanted, limit)
  } catch (error) {
    if (!(error instanceof ZipUnreadable)) throw error
    throw error.fault === 'damaged'
      ? new FileUnreadable('file.damaged')
      : new FileUnreadable('file.expands-too-far', limit)
  }
}
