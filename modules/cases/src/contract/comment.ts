import { OfficialId } from '@tereze/identity/contract'
import {
  Instant,
  OrganisationId,
  operation,
  PageInput,
  PersonName,
  page,
  refusal,
  Text,
  TypedId,
} from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { CaseNumber, caseNotFound } from './case.ts'
import { CaseId } from './case-id.ts'

/** Somebody who is named does not work here. */
export const officialUnknown = refusal('cases.official-unknown', 'invalid')

const Who = Type.Object({ official: OfficialId, name: Type.Union([PersonName, Type.Null()]) })

/** What officials say to each other about a case, or did with its tasks. The applicant never sees it. */
export const Comment = Type.Object({
  comment: TypedId('comment'),
  case: CaseId,
  number: CaseNumber,
  /** A comment, or the note of a task that was given away, given by the head, or returned. */
  kind: Type.Union([
    Type.Literal('comment'),
    Type.Literal('delegated'),
    Type.Literal('reassigned'),
    Type.Literal('returned'),
  ]),
  at: Instant,
  by: Who,
  /** Whom the task went to, of a note. */
  to: Type.Union([Who, Type.Null()]),
  /** The task that a note is about, in words. */
  about: Type.Union([Text, Type.Null()]),
  text: Type.String(),
  mentions: Type.Array(Who),
})
/** What officials say to each other about a case. */
export type Comment = Static<typeof Comment>

/** Comments on a case. */
export const commentCase = operation({
  name: 'cases.comment-case',
  does: 'Adds an internal comment to a case; colleagues who are named find it among their mentions. The applicant never sees it.',
  input: Type.Object({
    organisation: OrganisationId,
    case: CaseId,
    text: Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' }),
    mentions: Type.Optional(Type.Array(OfficialId, { maxItems: 20, uniqueItems: true })),
  }),
  output: Type.Object({ comment: TypedId('comment') }),
  permission: 'cases.comment.write',
  refusals: [caseNotFound, officialUnknown],
})

/** Comments of a case, or those that mention the official. */
export const listComments = operation({
  name: 'cases.list-comments',
  does: 'Lists the internal comments of a case, or of all cases those that mention the reading official, the newest first.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    /** Absent: comments of any case that mention the reader. */
    case: Type.Optional(CaseId),
    ...PageInput.properties,
  }),
  output: page(Comment),
  permission: 'cases.comment.read',
  refusals: [caseNotFound],
})
