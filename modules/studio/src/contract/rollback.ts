import { event, Instant, OrganisationId, operation, refusal, Text, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { DraftKind, PackageId, PackageVersion, packageNotFound } from './draft.ts'
import { PublicationProblem, PublicationStep, remarksNeeded } from './publication.ts'
import { TrialFigures } from './version-figures.ts'
import { VersionTrialCard } from './version-trial.ts'

/** Id of a rollback. */
export const RollbackId = TypedId('rollback')

/** How a rollback stands: `ordered` waits for the platform, `done`, or `refused` by it with what is wrong. */
export const RollbackState = Type.Union([Type.Literal('ordered'), Type.Literal('done'), Type.Literal('refused')])

/** No such version of the package is published. */
export const versionNotFound = refusal('studio.version-not-found', 'not-found')
/** Version `used` is in use by now, not the one that was seen. */
export const versionMoved = refusal('studio.version-moved', 'conflict')
/** There is no version in force below the one in use, or the wanted one is in use already. */
export const rollbackPointless = refusal('studio.rollback-pointless', 'conflict')
/** New things cannot begin with that version; what stands in the way is under `also`. */
export const rollbackImpossible = refusal('studio.rollback-impossible', 'conflict')
/** Another rollback of the package is being carried out. */
export const rollbackOpen = refusal('studio.rollback-open', 'conflict')
/** There is no such rollback in the organisation. */
export const rollbackNotFound = refusal('studio.rollback-not-found', 'not-found')
/** Whoever ordered a rollback does not review it. */
export const rollbackOwn = refusal('studio.rollback-own', 'forbidden')
/** It was not carried out, or was reviewed already. */
export const rollbackState = refusal('studio.rollback-state', 'conflict')

/** A publisher ordered an earlier version. Thin. */
export const rollbackOrdered = event({
  type: 'studio.rollback-ordered',
  does: 'A publisher ordered that new things begin with another published version of a package again.',
  data: Type.Object({ rollback: RollbackId }),
})
/** The platform carried a rollback out, or refused to. Of the platform; `organisation` ordered it. */
export const rollbackSettled = event({
  type: 'studio.rollback-settled',
  does: 'The platform lets new things begin with another published version of a package, or refused to.',
  data: Type.Object({
    organisation: OrganisationId,
    rollback: RollbackId,
    done: Type.Boolean(),
    problems: Type.Array(PublicationProblem, { maxItems: 50 }),
  }),
})
/** Somebody else looked at a rollback afterwards. Thin. */
export const rollbackReviewed = event({
  type: 'studio.rollback-reviewed',
  does: 'A rollback was looked at afterwards by somebody who had not ordered it.',
  data: Type.Object({ rollback: RollbackId }),
})

/** A rollback as screens show it. */
export const RollbackCard = Type.Object({
  rollback: RollbackId,
  kind: DraftKind,
  package: PackageId,
  title: Text,
  from: PackageVersion,
  to: PackageVersion,
  reason: Type.String(),
  state: RollbackState,
  ordered: PublicationStep,
  endedAt: Type.Union([Instant, Type.Null()]),
  reviewed: Type.Union([PublicationStep, Type.Null()]),
  remarks: Type.String(),
  problems: Type.Array(Type.Object({ path: Type.String(), code: Type.String(), message: Text })),
  /** Whether whoever asks may review it. */
  mayReview: Type.Boolean(),
})
/** A rollback as screens show it. */
export type RollbackCard = Static<typeof RollbackCard>

/** How a published version stands: `in-use` for what begins, `earlier` ones are kept for what runs, with `withdrawn` nothing begins, with one `on-trial` a share does. */
export const UseOfVersion = Type.Union([
  Type.Literal('in-use'),
  Type.Literal('earlier'),
  Type.Literal('withdrawn'),
  Type.Literal('on-trial'),
])

/** The versions of a package. */
export const listPackageVersions = operation({
  name: 'studio.list-package-versions',
  does: 'Lists the published versions of a package, the newest first, which of them is in use, and its rollbacks.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, kind: DraftKind, package: PackageId }),
  output: Type.Object({
    title: Text,
    versions: Type.Array(Type.Object({ version: PackageVersion, use: UseOfVersion })),
    /** The newest first; at most 50. */
    rollbacks: Type.Array(RollbackCard),
    /** Whether whoever asks may order a rollback. */
    mayRollBack: Type.Boolean(),
    /** The version on trial and its percent of new cases, 0 while it is held; null where none is. */
    trial: Type.Union([
      Type.Object({
        version: PackageVersion,
        share: Type.Integer(),
        /** How it and the version in use went since the trial began, in this order. */
        figures: Type.Array(TrialFigures),
        /** Whether there are too few cases to compare. */
        isEarly: Type.Boolean(),
      }),
      Type.Null(),
    ]),
    /** What was ordered about versions on trial, the newest first; at most 50. */
    trialOrders: Type.Array(VersionTrialCard),
    /** Whether whoever asks may order something about a trial. */
    mayChangeTrial: Type.Boolean(),
  }),
  permission: 'studio.draft.read',
  refusals: [packageNotFound],
})

/** Rollbacks to look at. */
export const listRollbacks = operation({
  name: 'studio.list-rollbacks',
  does: 'Lists the rollbacks of an organisation that nobody has looked at afterwards, the newest first.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({ items: Type.Array(RollbackCard) }),
  permission: 'studio.draft.read',
})

/** Lets new things begin with another version. */
export const rollBackPackage = operation({
  name: 'studio.roll-back-package',
  does: 'Lets new cases begin with an earlier published version again, at once and with a reason; what runs keeps its version.',
  input: Type.Object({
    organisation: OrganisationId,
    kind: DraftKind,
    package: PackageId,
    /** The version in use that was seen. */
    from: PackageVersion,
    /** The version to go to; the newest in force below `from` unless told. */
    to: Type.Optional(PackageVersion),
    /** Why, for those who look at it afterwards. */
    reason: Type.String({ minLength: 10, maxLength: 2_000, pattern: '\\S' }),
  }),
  output: Type.Object({ rollback: RollbackId, to: PackageVersion }),
  permission: 'studio.publication.publish',
  refusals: [packageNotFound, versionNotFound, versionMoved, rollbackPointless, rollbackImpossible, rollbackOpen],
  emits: [rollbackOrdered],
})

/** Looks at a rollback afterwards. */
export const reviewRollback = operation({
  name: 'studio.review-rollback',
  does: 'Keeps that somebody who had not ordered a rollback looked at it afterwards, with what they found.',
  input: Type.Object({
    organisation: OrganisationId,
    rollback: RollbackId,
    remarks: Type.String({ maxLength: 5_000 }),
  }),
  output: Type.Object({ rollback: RollbackId }),
  permission: 'studio.publication.review',
  refusals: [rollbackNotFound, rollbackState, rollbackOwn, remarksNeeded],
  emits: [rollbackReviewed],
})
