import { event, Instant, OrganisationId, operation, refusal, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { DatasetId, datasetNotFound, VersionNumber, versionNotFound } from './dataset.ts'

/** Id of a publication out of turn. */
export const PublicationId = TypedId('publication')

/** There is no such publication. */
export const publicationNotFound = refusal('datasets.publication-not-found', 'not-found')
/** A publication of the dataset waits already. */
export const publicationWaiting = refusal('datasets.publication-waiting', 'conflict')
/** The publication was decided on already. */
export const publicationDecided = refusal('datasets.publication-decided', 'conflict')
/** Whoever asks for a publication does not decide on it. */
export const publicationOwn = refusal('datasets.publication-own', 'forbidden')

/** A version was published. Thin. */
export const versionPublished = event({
  type: 'datasets.version-published',
  does: 'A version of a dataset was published.',
  data: Type.Object({ dataset: DatasetId, version: VersionNumber }),
})
/** A version was taken back. Thin. */
export const versionTakenBack = event({
  type: 'datasets.version-taken-back',
  does: 'A version of a dataset was taken back.',
  data: Type.Object({ dataset: DatasetId, version: VersionNumber }),
})

/** A publication out of turn. */
export const Publication = Type.Object({
  publication: PublicationId,
  dataset: DatasetId,
  reason: Type.String(),
  askedBy: Type.String(),
  askedAt: Instant,
  state: Type.Union([
    Type.Literal('waiting'),
    Type.Literal('approved'),
    Type.Literal('refused'),
    Type.Literal('published'),
    Type.Literal('unchanged'),
    Type.Literal('failed'),
  ]),
  decidedBy: Type.Union([Type.String(), Type.Null()]),
  version: Type.Union([VersionNumber, Type.Null()]),
})
/** A publication out of turn. */
export type Publication = Static<typeof Publication>

/** Asks for a publication. */
export const requestPublication = operation({
  name: 'datasets.request-publication',
  does: 'Asks to publish a dataset out of turn; another official decides.',
  input: Type.Object({
    organisation: OrganisationId,
    dataset: DatasetId,
    reason: Type.String({ minLength: 3, maxLength: 500 }),
  }),
  output: Type.Object({ publication: PublicationId }),
  permission: 'datasets.publication.request',
  refusals: [datasetNotFound, publicationWaiting],
})

/** Decides on a publication. */
export const decidePublication = operation({
  name: 'datasets.decide-publication',
  does: 'Approves or refuses a publication that somebody else asked for; an approved one is made at once.',
  input: Type.Object({ organisation: OrganisationId, publication: PublicationId, approved: Type.Boolean() }),
  output: Type.Object({ publication: PublicationId }),
  permission: 'datasets.publication.decide',
  refusals: [publicationNotFound, publicationDecided, publicationOwn],
})

/** Lists publications. */
export const listPublications = operation({
  name: 'datasets.list-publications',
  does: 'Lists the newest publications out of turn of an organisation.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({
    items: Type.Array(Publication),
    /** Datasets of the organisation that could not be made when they were due, with the reason. */
    failed: Type.Array(Type.Object({ dataset: DatasetId, failure: Type.String(), lookedAt: Instant })),
  }),
  permission: 'datasets.publication.read',
})

/** Takes a version back. */
export const withdrawVersion = operation({
  name: 'datasets.withdraw-version',
  does: 'Takes a published version back at once: its files and rows are given to nobody any more.',
  input: Type.Object({
    organisation: OrganisationId,
    dataset: DatasetId,
    version: VersionNumber,
    reason: Type.String({ minLength: 3, maxLength: 500 }),
  }),
  output: Type.Object({ version: VersionNumber }),
  permission: 'datasets.version.withdraw',
  refusals: [datasetNotFound, versionNotFound],
  emits: [versionTakenBack],
})
