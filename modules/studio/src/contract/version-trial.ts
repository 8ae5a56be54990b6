import { event, Instant, OrganisationId, operation, refusal, Text, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { DraftKind, PackageId, PackageVersion, packageNotFound } from './draft.ts'
import { PublicationStep, publicationOwn, TrialShare } from './publication.ts'

/** Id of an order about a version on trial. */
export const VersionTrialId = TypedId('versiontrial')
/** What is ordered about a version on trial: another `share`, `adopt` it for all that begins, or `end` the trial. */
export const TrialChange = Type.Union([Type.Literal('share'), Type.Literal('adopt'), Type.Literal('end')])
/** What is ordered about a version on trial. */
export type TrialChange = Static<typeof TrialChange>

/** What was ordered about a version on trial: what publishers order, or `hold` by the platform, because too many of its cases failed. */
export const TrialOrder = Type.Union([...TrialChange.anyOf, Type.Literal('hold')])
/** What was ordered about a version on trial. */
export type TrialOrder = Static<typeof TrialOrder>

/** That version of the package is not on trial by now. */
export const versionNotTried = refusal('studio.version-not-tried', 'conflict')
/** The platform is still carrying out another order about the trial. */
export const trialBusy = refusal('studio.trial-busy', 'conflict')
/** A share is asked for without saying which, or said where none is needed. */
export const shareNeeded = refusal('studio.share-needed', 'invalid')

/** A publisher ordered something about a version on trial. Thin. */
export const versionTrialOrdered = event({
  type: 'studio.version-trial-ordered',
  does: 'A publisher ordered another share for a version on trial, its use by all that begins, or the end of the trial.',
  data: Type.Object({ order: VersionTrialId }),
})
/** The platform carried it out, or refused to. Of the platform; `organisation` ordered it. */
export const versionTrialSettled = event({
  type: 'studio.version-trial-settled',
  does: 'The platform carried out what was ordered about a version on trial, or refused to.',
  data: Type.Object({
    organisation: OrganisationId,
    order: VersionTrialId,
    /** Why it was not done; null: it was. */
    problem: Type.Union([Type.String(), Type.Null()]),
  }),
})

/** An order about a version on trial as screens show it. */
export const VersionTrialCard = Type.Object({
  order: VersionTrialId,
  version: PackageVersion,
  change: TrialOrder,
  share: Type.Union([Type.Integer(), Type.Null()]),
  reason: Type.String(),
  state: Type.Union([Type.Literal('ordered'), Type.Literal('done'), Type.Literal('refused')]),
  /** Null: by the platform itself. */
  ordered: Type.Union([PublicationStep, Type.Null()]),
  /** Cases of the trial when it was held, and how many of them failed. */
  failed: Type.Union([Type.Object({ cases: Type.Integer(), faulty: Type.Integer() }), Type.Null()]),
  endedAt: Type.Union([Instant, Type.Null()]),
  /** Why the platform refused, in words; null where it did not. */
  problem: Type.Union([Text, Type.Null()]),
})
/** An order about a version on trial as screens show it. */
export type VersionTrialCard = Static<typeof VersionTrialCard>

/** Changes a trial. */
export const changeVersionTrial = operation({
  name: 'studio.change-version-trial',
  does: 'Gives a version on trial another share of new cases, lets all of them begin with it, or ends the trial; what runs keeps its version.',
  input: Type.Object({
    organisation: OrganisationId,
    kind: DraftKind,
    package: PackageId,
    /** The version on trial that was seen. */
    version: PackageVersion,
    change: TrialChange,
    /** The new share; only with `share`. */
    share: Type.Optional(TrialShare),
    /** Why, for those who look at it afterwards. */
    reason: Type.String({ minLength: 10, maxLength: 2_000, pattern: '\\S' }),
  }),
  output: Type.Object({ order: VersionTrialId }),
  permission: 'studio.publication.publish',
  refusals: [packageNotFound, versionNotTried, trialBusy, shareNeeded, publicationOwn],
  emits: [versionTrialOrdered],
})

/** Services with a version on trial. */
export const listVersionsOnTrial = operation({
  name: 'studio.list-versions-on-trial',
  does: 'Lists the services of an organisation that have a version on trial, those first that the platform holds until a publisher decides.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        kind: DraftKind,
        package: PackageId,
        title: Text,
        version: PackageVersion,
        /** Percent of new cases; 0: it is held. */
        share: Type.Integer(),
      }),
    ),
  }),
  permission: 'studio.draft.read',
})
