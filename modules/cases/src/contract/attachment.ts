import { Instant, Text, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** Largest file that somebody may attach, bytes. */
export const largestAttachment = 10_485_760
/** Most files that one keeps without having sent them in. */
export const mostLoose = 30

/** Media types that may be attached, by their content: documents, pictures, text. */
export const attachmentTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
  'text/plain',
] as const

/** Id of a file that somebody attached. */
export const AttachmentId = TypedId('file')

/** A file as a field of a form names it. */
export const AttachmentRef = Type.Object({ id: AttachmentId, name: Type.String({ minLength: 1, maxLength: 200 }) })
/** A file as a field of a form names it. */
export type AttachmentRef = Static<typeof AttachmentRef>

/** A file that was kept: its type as its content says, its size in bytes. */
export const Attachment = Type.Object({
  ...AttachmentRef.properties,
  mediaType: Type.String({ maxLength: 100 }),
  size: Type.Integer(),
})
/** A file that was kept. */
export type Attachment = Static<typeof Attachment>

/** A file of a case as officials see it. */
export const CaseFile = Type.Object({
  ...Attachment.properties,
  at: Instant,
  /** Who attached it; `agency`: it came with the answer of another organisation. */
  from: Type.Union([Type.Literal('applicant'), Type.Literal('official'), Type.Literal('agency')]),
  /** The organisation that answered with it, in words; absent for others. */
  organisation: Type.Optional(Text),
  /** Whether it was checked for viruses when it came. */
  checked: Type.Boolean(),
})
/** A file of a case as officials see it. */
export type CaseFile = Static<typeof CaseFile>
