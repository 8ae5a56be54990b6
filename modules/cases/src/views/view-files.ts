import type { CaseFile } from '../contract/attachment.ts'
import type { AttachmentRow } from '../store/attachments.ts'

/** Files of a case as officials see them, in the order in which they came. */
export function viewFiles(files: readonly AttachmentRow[]): CaseFile[] {
  return files.map(({ id, name, mediaType, size, at, by, checked }) => ({
    id,
    name,
    mediaType,
    size,
    at,
    from: by.startsWith('official_') ? 'official' : 'applicant',
    checked,
  }))
}
