import { event, Instant, OrganisationId, operation, refusal, Text, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { Certificate } from './certificate.ts'
import {
  Colleague,
  DraftId,
  DraftKind,
  draftMoved,
  draftNotFound,
  PackageId,
  PackageVersion,
  RevisionNumber,
} from './draft.ts'
import { DraftPath } from './files.ts'

/** Id of a request to publish a draft. */
export const PublicationId = TypedId('publication')

/**
 * How a request stands: `review` waits for a reviewer, `approved` for a publisher, `ordered` for the platform; `returned` by the
 * reviewer with remarks, `withdrawn` by who wrote it, `published`, or `refused` by the platform with what is wrong.
 */
export const PublicationState = Type.Union([
  Type.Literal('review'),
  Type.Literal('approved'),
  Type.Literal('ordered'),
  Type.Literal('returned'),
  Type.Literal('withdrawn'),
  Type.Literal('published'),
  Type.Literal('refused'),
])
/** How a request to publish stands. */
export type PublicationState = Static<typeof PublicationState>

/** What the platform found wrong when it was to publish. */
export const PublicationProblem = Type.Object({ path: Type.String(), code: Type.String() })
/** What the platform found wrong when it was to publish. */
export type PublicationProblem = Static<typeof PublicationProblem>

/** Percent of new cases that take a version on trial. */
export const TrialShare = Type.Integer({ minimum: 1, maximum: 50 })

/** There is no such request in the organisation. */
export const publicationNotFound = refusal('studio.publication-not-found', 'not-found')
/** Another request of the same package is open: `publication`. */
export const publicationOpen = refusal('studio.publication-open', 'conflict')
/** The request stands at `state`, where this cannot be done any more, or not yet. */
export const publicationState = refusal('studio.publication-state', 'conflict')
/** Whoever wrote a revision of the draft, or asked, neither reviews nor publishes it. */
export const publicationOwn = refusal('studio.publication-own', 'forbidden')
/** It is returned without saying why. */
export const remarksNeeded = refusal('studio.remarks-needed', 'invalid')
/** The version is not above `published`, the one that is published. */
export const versionNotHigher = refusal('studio.version-not-higher', 'conflict')
/** Nothing of the draft is other than what is published. */
export const draftUnchanged = refusal('studio.draft-unchanged', 'conflict')
/** The check finds `count` faults; they stand under `also`. */
export const draftFaulty = refusal('studio.draft-faulty', 'conflict')
/** Version `published` was published since the draft was begun: its changes would be lost. */
export const draftOutdated = refusal('studio.draft-outdated', 'conflict')
/** Stories of the draft as it is do not hold or were not told: `failed`, `untold` of `all`; none at all is too few. */
export const storiesUntold = refusal('studio.stories-untold', 'conflict')
/** Nobody certified that people tried the draft as it is, which `version` needs: it changes more than words. */
export const certificateMissing = refusal('studio.certificate-missing', 'conflict')
/** The card names another id or owner than the draft has, or an owner that is not published: `field`. */
export const cardDiffers = refusal('studio.card-differs', 'conflict')

/** The digital regulation of the draft has a life, and this text of it is not in force: `why`, `stage`. */
export const regulationNotInForce = refusal('studio.regulation-not-in-force', 'conflict')
/** Version `version` of the package is on trial: first it is taken into use, or the trial ended. */
export const trialOpen = refusal('studio.trial-open', 'conflict')
/** Only a service of which a version is in use can be tried with a share of new cases. */
export const trialImpossible = refusal('studio.trial-impossible', 'conflict')
/** This installation takes releases of a test installation only; nothing is published here. */
export const releasesOnly = refusal('studio.releases-only', 'conflict')

/** Publication of a draft was asked for. Thin. */
export const publicationRequested = event({
  type: 'studio.publication-requested',
  does: 'Publication of a working copy was asked for.',
  data: Type.Object({ publication: PublicationId, draft: DraftId }),
})
/** A request was reviewed. Thin. */
export const publicationReviewed = event({
  type: 'studio.publication-reviewed',
  does: 'A request to publish was approved, or returned with remarks.',
  data: Type.Object({ publication: PublicationId, approved: Type.Boolean() }),
})
/** A request was withdrawn. Thin. */
export const publicationWithdrawn = event({
  type: 'studio.publication-withdrawn',
  does: 'A request to publish was withdrawn before it was carried out.',
  data: Type.Object({ publication: PublicationId }),
})
/** A publisher ordered an approved request. Thin; the platform publishes what was approved. */
export const publicationOrdered = event({
  type: 'studio.publication-ordered',
  does: 'A publisher ordered an approved request to be published.',
  data: Type.Object({ publication: PublicationId }),
})
/** The platform published what was ordered, or refused to. Of the platform; `organisation` asked for it. */
export const publicationSettled = event({
  type: 'studio.publication-settled',
  does: 'The platform published a package from a working copy, or refused to.',
  data: Type.Object({
    organisation: OrganisationId,
    publication: PublicationId,
    published: Type.Boolean(),
    problems: Type.Array(PublicationProblem, { maxItems: 50 }),
  }),
})

/** Who did something with a request, and when. */
export const PublicationStep = Type.Object({ by: Colleague, at: Instant })

/** A request in a list. */
export const PublicationCard = Type.Object({
  publication: PublicationId,
  draft: DraftId,
  kind: DraftKind,
  package: PackageId,
  title: Text,
  /** The published version that it changes; null: the first one. */
  base: Type.Union([PackageVersion, Type.Null()]),
  version: PackageVersion,
  /** What the change is, in one line. */
  name: Type.String(),
  notes: Type.String(),
  /** Percent of new cases that take it once it is published, beside the version in use; null: all of them. */
  trial: Type.Union([TrialShare, Type.Null()]),
  state: PublicationState,
  requested: PublicationStep,
  reviewed: Type.Union([PublicationStep, Type.Null()]),
  remarks: Type.String(),
  ordered: Type.Union([PublicationStep, Type.Null()]),
  withdrawn: Type.Union([PublicationStep, Type.Null()]),
  /** When it was published, refused by the platform, or withdrawn. */
  endedAt: Type.Union([Instant, Type.Null()]),
  /** Why the platform refused. */
  problems: Type.Array(Type.Object({ path: Type.String(), code: Type.String(), message: Text })),
})
/** A request in a list. */
export type PublicationCard = Static<typeof PublicationCard>

/** A file of a package as text. */
const PackageFile = Type.Object({ path: DraftPath, text: Type.String() })

/** Asks for publication. */
export const requestPublication = operation({
  name: 'studio.request-publication',
  does: 'Asks for a working copy to be published as a version; refused while the check finds faults, stories do not hold, or nobody tried it.',
  input: Type.Object({
    organisation: OrganisationId,
    draft: DraftId,
    /** The newest revision that was seen; another one meanwhile is a conflict. */
    revision: RevisionNumber,
    version: PackageVersion,
    /** What the change is, in one line. */
    name: Type.String({ minLength: 3, maxLength: 200, pattern: '\\S' }),
    notes: Type.Optional(Type.String({ maxLength: 5_000 })),
    /** Percent of new cases that take it, beside the version in use; all of them unless told. */
    trial: Type.Optional(TrialShare),
  }),
  output: Type.Object({ publication: PublicationId }),
  permission: 'studio.publication.request',
  refusals: [
    draftNotFound,
    draftMoved,
    draftOutdated,
    draftUnchanged,
    draftFaulty,
    cardDiffers,
    versionNotHigher,
    storiesUntold,
    certificateMissing,
    publicationOpen,
    trialOpen,
    trialImpossible,
    regulationNotInForce,
    releasesOnly,
  ],
  emits: [publicationRequested],
})

/** Approves a request, or returns it. */
export const reviewPublication = operation({
  name: 'studio.review-publication',
  does: 'Approves a request to publish, or returns it with remarks; never by whoever wrote it.',
  input: Type.Object({
    organisation: OrganisationId,
    publication: PublicationId,
    approve: Type.Boolean(),
    /** Why it is returned; may be left out where it is approved. */
    remarks: Type.Optional(Type.String({ maxLength: 5_000 })),
  }),
  output: Type.Object({ publication: PublicationId, state: PublicationState }),
  permission: 'studio.publication.review',
  refusals: [publicationNotFound, publicationState, publicationOwn, remarksNeeded],
  emits: [publicationReviewed],
})

/** Orders an approved request to be published. */
export const publishPackage = operation({
  name: 'studio.publish-package',
  does: 'Orders the platform to publish exactly the files that were approved; what came of it is told by the request.',
  input: Type.Object({ organisation: OrganisationId, publication: PublicationId }),
  output: Type.Object({ publication: PublicationId, state: PublicationState }),
  permission: 'studio.publication.publish',
  refusals: [publicationNotFound, publicationState, publicationOwn],
  emits: [publicationOrdered],
})

/** Withdraws a request. */
export const withdrawPublication = operation({
  name: 'studio.withdraw-publication',
  does: 'Withdraws a request to publish that was not ordered yet.',
  input: Type.Object({ organisation: OrganisationId, publication: PublicationId }),
  output: Type.Object({ publication: PublicationId, state: PublicationState }),
  permission: 'studio.publication.request',
  refusals: [publicationNotFound, publicationState],
  emits: [publicationWithdrawn],
})

/** The requests of an organisation. */
export const listPublications = operation({
  name: 'studio.list-publications',
  does: 'Lists the requests to publish of an organisation, the newest first; at most 500.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    /** Those of one draft. */
    draft: Type.Optional(DraftId),
  }),
  output: Type.Object({ items: Type.Array(PublicationCard) }),
  permission: 'studio.draft.read',
})

/** One request, with what it changes. */
export const getPublication = operation({
  name: 'studio.get-publication',
  does: 'Gives a request to publish with its files, those of the version that it changes, and what whoever asks may do with it.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, publication: PublicationId }),
  output: Type.Object({
    publication: PublicationCard,
    /** What exactly is published: SHA-256 over sorted paths and contents. */
    hash: Type.String(),
    files: Type.Array(PackageFile),
    /** Files of the published version that it changes; none: it is the first. */
    before: Type.Array(PackageFile),
    /** Who tried it, the newest first; `fresh`: exactly what is to be published. */
    certificates: Type.Array(Certificate),
    may: Type.Object({ review: Type.Boolean(), publish: Type.Boolean(), withdraw: Type.Boolean() }),
  }),
  permission: 'studio.draft.read',
  refusals: [publicationNotFound],
})
