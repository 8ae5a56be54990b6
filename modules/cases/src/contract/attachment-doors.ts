import { OrganisationId, operation, PersonId, protocol, refusal, TypedId } from '@tereze/operation'
import { Type } from 'typebox'
import { Attachment, AttachmentId, largestAttachment } from './attachment.ts'
import { caseNotFound } from './case.ts'
import { CaseId } from './case-id.ts'

/** There is no such file in this case. */
export const attachmentNotFound = refusal('cases.attachment-not-found', 'not-found')
/** The file is empty. */
export const attachmentEmpty = refusal('cases.attachment-empty', 'invalid')
/** The file is larger than `largestAttachment`. */
export const attachmentTooLarge = refusal('cases.attachment-too-large', 'too-large')
/** By its content the file is none of the types that are taken. */
export const attachmentTypeNotTaken = refusal('cases.attachment-type-not-taken', 'unsupported')
/** The file has a virus. */
export const attachmentInfected = refusal('cases.attachment-infected', 'invalid')
/** The check for viruses does not answer: the file is not taken now. */
export const attachmentUnchecked = refusal('cases.attachment-unchecked', 'unavailable')
/** Somebody keeps too many files that they have not sent in. */
export const attachmentsTooMany = refusal('cases.attachments-too-many', 'too-many')

/** Notes a file whose bytes are kept. */
export const keepAttachment = operation({
  name: 'cases.keep-attachment',
  does: 'Notes a file that somebody brought, whose bytes are kept as a sealed blob; it belongs to no case until it is sent in.',
  input: Type.Object({
    organisation: OrganisationId,
    ...Attachment.properties,
    /** Who brought it: a person or an official. */
    by: Type.Union([PersonId, TypedId('official')]),
    /** SHA-256 of the bytes, lower-case hex. */
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    blob: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    checked: Type.Boolean(),
  }),
  output: Attachment,
  permission: 'cases.attachment.keep',
  refusals: [attachmentsTooMany],
})

/** Where the bytes of an attached file are. */
const OpenedAttachment = Type.Object({
  ...Attachment.properties,
  sha256: Type.String(),
  /** Where its sealed bytes begin; `more`: the further pieces of a large one, in order. */
  blob: Type.String(),
  more: Type.Optional(Type.Array(Type.String())),
})

/** Opens a file of a case for an official. */
export const openAttachment = operation({
  name: 'cases.open-attachment',
  does: 'Opens a file that belongs to a case, for an official who may see the case.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, case: CaseId, attachment: AttachmentId }),
  output: OpenedAttachment,
  permission: 'cases.case.read',
  refusals: [caseNotFound, attachmentNotFound],
})

/** Opens a file of an own case. */
export const openOwnAttachment = operation({
  name: 'cases.open-own-attachment',
  does: 'Opens a file of an own case: one that the person brought, or that is shown to applicants.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, case: CaseId, attachment: AttachmentId }),
  output: OpenedAttachment,
  permission: 'cases.case.read-own',
  scope: 'applications.read',
  refusals: [caseNotFound, attachmentNotFound],
})

/** The door through which a file comes in: its bytes are the body, its name stands in `?name=`; the reply is an `Attachment`. */
export const uploadAttachment = protocol({
  name: 'cases.upload-attachment',
  does: 'Takes a file for a form that is being filled in: what it is by its content, without viruses, no larger than allowed.',
  kind: 'stream',
  method: 'POST',
  path: '/v1/files/:organisation',
  permission: 'cases.attachment.bring',
  scope: 'applications.write',
  refusals: [
    attachmentEmpty,
    attachmentTooLarge,
    attachmentTypeNotTaken,
    attachmentInfected,
    attachmentUnchecked,
    attachmentsTooMany,
  ],
  limit: largestAttachment,
  audited: true,
})

/** The door through which a file of a case goes out to whoever may see it. */
export const downloadAttachment = protocol({
  name: 'cases.download-attachment',
  does: 'Gives a file of a case to an official who may see the case, or to the person who brought it.',
  kind: 'stream',
  method: 'GET',
  path: '/v1/files/:organisation/:case/:attachment',
  permission: 'cases.attachment.open',
  scope: 'applications.read',
  refusals: [caseNotFound, attachmentNotFound],
  audited: true,
})
