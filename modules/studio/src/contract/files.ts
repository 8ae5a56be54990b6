import { event, Instant, OrganisationId, operation, refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { Colleague, DraftCard, DraftId, draftNotFound, RevisionNumber } from './draft.ts'
import { Presence } from './presence.ts'

/** Path of a file inside a package's folder: `forms/apply.form.json`. */
export const DraftPath = Type.String({ minLength: 1, maxLength: 200, description: 'Path inside the package' })

/** Most characters of one file. */
export const largestFile = 2_000_000
/** Most files of a draft. */
export const mostFiles = 500
/** Most characters of all files of a draft. */
export const largestDraft = 10_000_000

/** Somebody saved the file since it was read: `path`, `by` (id of the official), `at`. Nothing was saved. */
export const fileChanged = refusal('studio.file-changed', 'conflict')
/** The path leaves the folder, or no file of a package is called so: `path`. */
export const pathUnknown = refusal('studio.path-unknown', 'invalid')
/** The file is larger than `limit` characters: `path`. */
export const fileTooLarge = refusal('studio.file-too-large', 'too-large')
/** The draft has more than `limit` files, or characters in all. */
export const draftTooLarge = refusal('studio.draft-too-large', 'too-large')

/** Files of a draft were saved. Thin. */
export const draftSaved = event({
  type: 'studio.draft-saved',
  does: 'Files of a working copy were saved as a new revision.',
  data: Type.Object({ draft: DraftId, revision: RevisionNumber }),
})

/** A file of a draft. */
export const DraftFile = Type.Object({
  path: DraftPath,
  text: Type.String(),
  /** The revision of the draft that last changed it. */
  revision: RevisionNumber,
})
/** A file of a draft. */
export type DraftFile = Static<typeof DraftFile>

/** A whole draft. */
export const getDraft = operation({
  name: 'studio.get-draft',
  does: 'Gives a working copy with all its files and who has it open.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, draft: DraftId }),
  output: Type.Object({
    draft: DraftCard,
    files: Type.Array(DraftFile),
    here: Type.Array(Presence),
    /** Whether who asks may change it. */
    mayWrite: Type.Boolean(),
  }),
  permission: 'studio.draft.read',
  refusals: [draftNotFound],
})

/** Saves files. */
export const saveFiles = operation({
  name: 'studio.save-files',
  does: 'Saves several files of a working copy together, each only if nobody changed it since it was read.',
  input: Type.Object({
    organisation: OrganisationId,
    draft: DraftId,
    files: Type.Array(
      Type.Object({
        path: DraftPath,
        /** Null removes the file. */
        text: Type.Union([Type.String({ maxLength: largestFile }), Type.Null()]),
        /** The revision at which it was read; null: it was not there. */
        revision: Type.Union([RevisionNumber, Type.Null()]),
      }),
      { minItems: 1, maxItems: mostFiles },
    ),
  }),
  output: Type.Object({ revision: RevisionNumber, savedAt: Instant }),
  permission: 'studio.draft.write',
  // The largest file in letters of two or three bytes, with quotes and lines escaped, and others beside it.
  limit: 12_582_912,
  refusals: [draftNotFound, fileChanged, pathUnknown, fileTooLarge, draftTooLarge],
  emits: [draftSaved],
})

/** What a revision did to a file. */
export const FileChange = Type.Object({
  path: DraftPath,
  change: Type.Union([Type.Literal('added'), Type.Literal('changed'), Type.Literal('removed')]),
})

/** A revision of a draft: who saved what, when. */
export const Revision = Type.Object({
  revision: RevisionNumber,
  at: Instant,
  by: Colleague,
  files: Type.Array(FileChange),
  /** The revision that it brought back; null: it was written. */
  restored: Type.Union([RevisionNumber, Type.Null()]),
})
/** A revision of a draft. */
export type Revision = Static<typeof Revision>

/** There is no such revision of the draft. */
export const revisionNotFound = refusal('studio.revision-not-found', 'not-found')
/** The draft is as it was at this revision already. */
export const revisionSame = refusal('studio.revision-same', 'conflict')

/** The history of a draft. */
export const listRevisions = operation({
  name: 'studio.list-revisions',
  does: 'Lists the revisions of a working copy, the newest first.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    draft: DraftId,
    /** Those before this one. */
    before: Type.Optional(RevisionNumber),
  }),
  output: Type.Object({ items: Type.Array(Revision), more: Type.Boolean() }),
  permission: 'studio.draft.read',
  refusals: [draftNotFound],
})

/** The files of a draft at a revision. */
export const getRevision = operation({
  name: 'studio.get-revision',
  does: 'Gives the files of a working copy as they were after a revision.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, draft: DraftId, revision: RevisionNumber }),
  output: Type.Object({ revision: Revision, files: Type.Array(DraftFile) }),
  permission: 'studio.draft.read',
  refusals: [draftNotFound, revisionNotFound],
})

/** Brings a revision back. */
export const restoreRevision = operation({
  name: 'studio.restore-revision',
  does: 'Makes the files of a working copy as they were after a revision; that is a new revision.',
  input: Type.Object({
    organisation: OrganisationId,
    draft: DraftId,
    revision: RevisionNumber,
    /** The newest revision that was seen; another one meanwhile is a conflict. */
    seen: RevisionNumber,
  }),
  output: Type.Object({ revision: RevisionNumber, savedAt: Instant }),
  permission: 'studio.draft.write',
  refusals: [draftNotFound, revisionNotFound, revisionSame, fileChanged],
  emits: [draftSaved],
})
