import { event, Instant, OrganisationId, operation, PersonName, refusal, Text, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** Id of a draft. */
export const DraftId = TypedId('draft')

/** Kinds of package that are written in drafts. */
export const DraftKind = Type.Union([
  Type.Literal('service'),
  Type.Literal('situation'),
  Type.Literal('register'),
  Type.Literal('contract'),
  Type.Literal('process'),
])
/** Kinds of package that are written in drafts. */
export type DraftKind = Static<typeof DraftKind>

/** Id of a package. */
export const PackageId = Type.String({ pattern: '^[a-z][a-z0-9.-]{1,79}$', description: 'Package' })
/** Version of a package. */
export const PackageVersion = Type.String({
  pattern: '^(0|[1-9][0-9]{0,4})\\.(0|[1-9][0-9]{0,4})\\.(0|[1-9][0-9]{0,4})$',
})

/** Number of a revision of a draft, from 1 on. */
export const RevisionNumber = Type.Integer({ minimum: 1, maximum: 1_000_000_000 })

/** An official by id, with the name under which colleagues know them; null where the office is no more. */
export const Colleague = Type.Object({
  official: Type.String(),
  name: Type.Union([PersonName, Type.Null()]),
})
/** An official by id, with their name. */
export type Colleague = Static<typeof Colleague>

/** There is no such draft, or it belongs to another organisation, or it was removed. */
export const draftNotFound = refusal('studio.draft-not-found', 'not-found')
/** Somebody saved the draft since it was looked at: `revision` is the newest. */
export const draftMoved = refusal('studio.draft-moved', 'conflict')
/** The organisation has as many drafts as it may have; `limit` of them. */
export const draftsTooMany = refusal('studio.drafts-too-many', 'too-many')
/** No package of this kind and id is published, or it belongs to another organisation. */
export const packageNotFound = refusal('studio.package-not-found', 'not-found')
/** A package of this kind and id is published: a draft of it begins from it. */
export const packageExists = refusal('studio.package-exists', 'conflict')
/** The regulation has faults; each stands under `also` with its place. */
export const regulationInvalid = refusal('studio.regulation-invalid', 'invalid')

/** A draft was begun. Thin. */
export const draftBegun = event({
  type: 'studio.draft-begun',
  does: 'A working copy of a package was begun.',
  data: Type.Object({ draft: DraftId }),
})
/** A draft was removed, or returned from removal. Thin. */
export const draftRemoved = event({
  type: 'studio.draft-removed',
  does: 'A working copy of a package was removed, or returned before it was forgotten.',
  data: Type.Object({ draft: DraftId, removed: Type.Boolean() }),
})

/** The published version that a draft grew from, or that was published from it last; at `revision` the draft was what is published. */
export const DraftBase = Type.Object({ version: PackageVersion, hash: Type.String(), revision: RevisionNumber })

/** A draft in a list. */
export const DraftCard = Type.Object({
  draft: DraftId,
  kind: DraftKind,
  package: PackageId,
  /** Its name in its own words; the id where it has none yet. */
  title: Text,
  /** Null: from a blank page or a regulation. */
  base: Type.Union([DraftBase, Type.Null()]),
  revision: RevisionNumber,
  begunBy: Colleague,
  begunAt: Instant,
  savedBy: Colleague,
  savedAt: Instant,
  /** When it was removed; null while it was not. */
  removedAt: Type.Union([Instant, Type.Null()]),
})
/** A draft in a list. */
export type DraftCard = Static<typeof DraftCard>

/** Begins a draft. */
export const beginDraft = operation({
  name: 'studio.begin-draft',
  does: 'Begins a working copy of a package: of a published one, of a digital regulation, or from a blank page.',
  input: Type.Object({
    organisation: OrganisationId,
    from: Type.Union([
      Type.Object({ begin: Type.Literal('published'), kind: DraftKind, package: PackageId }),
      Type.Object({
        begin: Type.Literal('regulation'),
        /** The digital regulation as JSON text. */
        regulation: Type.String({ minLength: 2, maxLength: 1_000_000 }),
      }),
      Type.Object({ begin: Type.Literal('blank'), kind: DraftKind, package: PackageId, title: Text }),
    ]),
  }),
  output: Type.Object({ draft: DraftId }),
  permission: 'studio.draft.write',
  // The longest regulation in letters of two bytes, with quotes and lines escaped.
  limit: 4_194_304,
  refusals: [draftsTooMany, packageNotFound, packageExists, regulationInvalid],
  emits: [draftBegun],
})

/** Packages that drafts may begin from. */
export const listPackages = operation({
  name: 'studio.list-packages',
  does: 'Lists the published packages of an organisation, from which working copies may begin.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({
    items: Type.Array(Type.Object({ kind: DraftKind, package: PackageId, title: Text, version: PackageVersion })),
  }),
  permission: 'studio.draft.read',
})

/** The drafts of an organisation. */
export const listDrafts = operation({
  name: 'studio.list-drafts',
  does: 'Lists the working copies of an organisation, the last saved first; with words, those whose name or id has them.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    words: Type.Optional(Type.String({ maxLength: 200 })),
    /** Those removed in the last 30 days instead. */
    removed: Type.Optional(Type.Boolean()),
  }),
  output: Type.Object({ items: Type.Array(DraftCard) }),
  permission: 'studio.draft.read',
})

/** Removes a draft. */
export const removeDraft = operation({
  name: 'studio.remove-draft',
  does: 'Removes a working copy; it can be returned for 30 days.',
  input: Type.Object({ organisation: OrganisationId, draft: DraftId }),
  output: Type.Object({ draft: DraftId }),
  permission: 'studio.draft.write',
  refusals: [draftNotFound],
  emits: [draftRemoved],
})

/** Returns a removed draft. */
export const returnDraft = operation({
  name: 'studio.return-draft',
  does: 'Returns a working copy that was removed in the last 30 days.',
  input: Type.Object({ organisation: OrganisationId, draft: DraftId }),
  output: Type.Object({ draft: DraftId }),
  permission: 'studio.draft.write',
  refusals: [draftNotFound, draftsTooMany],
  emits: [draftRemoved],
})
