import { findOrganisation, type Packages } from '@tereze/catalogue/contract'
import type { CaseFile } from '../contract/attachment.ts'
import type { AttachmentRow } from '../store/attachments.ts'
import { ownText } from './words.ts'

const agency = 'agency/'

/** Who a file is from; of an agency its name too. */
function senderOf(all: Packages, by: string): Pick<CaseFile, 'from' | 'organisation'> {
  if (!by.startsWith(agency)) return { from: by.startsWith('official_') ? 'official' : 'applicant' }
  const organisation = findOrganisation(all, by.slice(agency.length))
  return { from: 'agency', organisation: organisation === null ? ownText('source.unknown') : { ...organisation.name } }
}

/** Files of a case as officials see them, in the order in which they came. */
export function viewFiles(all: Packages, files: readonly AttachmentRow[]): CaseFile[] {
  return files.map(({ id, name, mediaType, size, at, by, checked }) => ({
    id,
    name,
    mediaType,
    size,
    at,
    ...senderOf(all, by),
    checked,
  }))
}
