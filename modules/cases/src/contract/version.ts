import { OrganisationId, operation, refusal, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { CaseNumber, caseChanged, caseDecided, caseNotFound, ownCase, statusUnfit, stepRefused } from './case.ts'
import { CaseId } from './case-id.ts'
import { OperatingReason, ProcessNode } from './incident.ts'
import { ChangeEffect } from './instance.ts'

/** There is no such version of the service. */
export const versionNotFound = refusal('cases.version-not-found', 'not-found')
/** The case cannot go over to that version; the parameters name the first thing that stands in the way. */
export const migrationImpossible = refusal('cases.migration-impossible', 'conflict')

/** Which node of the new version stands for which of the old one; what is not named keeps its id. */
export const MigrationMapping = Type.Record(Type.String({ maxLength: 200 }), Type.String({ maxLength: 200 }))
/** Version of a package, e.g. `1.2.0`. */
export const Version = Type.String({ pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+', maxLength: 50 })

/** A version of a service in which cases run. */
export const RunningVersion = Type.Object({
  service: Type.String(),
  title: Text,
  version: Version,
  /** Cases whose processes run. */
  cases: Type.Integer(),
  /** The processes of these cases, with the versions they keep. */
  processes: Type.Array(Type.Object({ process: Type.String(), version: Version, instances: Type.Integer() })),
  /** All published versions of the service, the newest first. */
  targets: Type.Array(Version),
})
/** A version of a service in which cases run. */
export type RunningVersion = Static<typeof RunningVersion>

/** The versions that run. */
export const listVersions = operation({
  name: 'cases.list-versions',
  does: 'Lists the versions of services in which an organisation’s cases run, with how many, and to which they might go.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({ items: Type.Array(RunningVersion) }),
  permission: 'cases.process.watch',
})

/** Something that stands in the way of a migration. */
export const MigrationObstacle = Type.Object({
  code: Type.String(),
  text: Text,
  place: ProcessNode,
  cases: Type.Integer(),
  /** One of them. */
  example: Type.Object({ case: CaseId, number: CaseNumber }),
})
/** Something that stands in the way of a migration. */
export type MigrationObstacle = Static<typeof MigrationObstacle>

/** What a migration would do. */
export const MigrationReport = Type.Object({
  /** Cases that were looked at, and of them those that can go over. */
  cases: Type.Integer(),
  ready: Type.Integer(),
  /** Whether all running cases were looked at. */
  complete: Type.Boolean(),
  obstacles: Type.Array(MigrationObstacle),
  /** What comes about at once when they go over, and in how many cases. */
  effects: Type.Optional(Type.Array(Type.Object({ ...ChangeEffect.properties, cases: Type.Integer() }))),
  /** Where tokens stand now, and where they would go: by the mapping, else to the same id, else to what looks the same. */
  places: Type.Array(
    Type.Object({
      process: Type.String(),
      place: ProcessNode,
      type: Type.String(),
      cases: Type.Integer(),
      to: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
  /** Nodes of the processes of the other version. */
  targets: Type.Array(Type.Object({ process: Type.String(), place: ProcessNode, type: Type.String() })),
})
/** What a migration would do. */
export type MigrationReport = Static<typeof MigrationReport>

/** Checks a migration. */
export const checkMigration = operation({
  name: 'cases.check-migration',
  does: 'Tells which running cases of a version of a service can go over to another, and what stands in the way of the rest; changes nothing.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    service: Type.String({ maxLength: 100 }),
    from: Version,
    to: Version,
    mapping: Type.Optional(MigrationMapping),
  }),
  output: MigrationReport,
  permission: 'cases.process.watch',
  refusals: [versionNotFound],
})

/** Takes a case over to another version. */
export const migrateCase = operation({
  name: 'cases.migrate-case',
  does: 'Takes a running case with all its processes over to another version of its service; nothing is done when something stands in the way.',
  input: Type.Object({
    organisation: OrganisationId,
    case: CaseId,
    to: Version,
    mapping: Type.Optional(MigrationMapping),
    reason: OperatingReason,
  }),
  output: Type.Object({ case: CaseId, from: Version, to: Version }),
  permission: 'cases.process.migrate',
  refusals: [caseNotFound, ownCase, statusUnfit, versionNotFound, migrationImpossible, stepRefused],
  emits: [caseChanged, caseDecided],
})
