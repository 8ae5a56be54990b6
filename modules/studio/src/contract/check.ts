import { OrganisationId, operation, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { DraftId, draftNotFound, RevisionNumber } from './draft.ts'
import { DraftPath } from './files.ts'

/** Something wrong with a file of a draft, or a hint for its author. */
export const DraftProblem = Type.Object({
  path: DraftPath,
  /** A JSON pointer, or the id of an element of a diagram; null: the file as a whole. */
  place: Type.Union([Type.String(), Type.Null()]),
  code: Type.String(),
  message: Text,
  /** Hints are no fault. */
  weight: Type.Union([Type.Literal('fault'), Type.Literal('hint')]),
})
/** Something wrong with a file of a draft, or a hint for its author. */
export type DraftProblem = Static<typeof DraftProblem>

/** Checks a draft. */
export const checkDraft = operation({
  name: 'studio.check-draft',
  does: 'Checks a working copy beside everything that is published, and says what is wrong with each file and where.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, draft: DraftId }),
  output: Type.Object({ revision: RevisionNumber, problems: Type.Array(DraftProblem) }),
  permission: 'studio.draft.read',
  refusals: [draftNotFound],
})
