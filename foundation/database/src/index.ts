export { checkDatabase, DatabaseUnusable, explainDatabase, explainServer } from './check-database.ts'
export { checkRole } from './check-role.ts'
export { bookkeeping, type Database, isTenant, openDatabase, Rollback } from './database.ts'
export {
  type EmbeddedPlace,
  type EmbeddedServer,
  EmbeddedServerError,
  type EmbeddedServerOptions,
  type EmbeddedServerProblem,
  findEmbedded,
  giveToServer,
  quotedForServer,
  startEmbeddedServer,
} from './embedded/index.ts'
export { type Fragment, sql } from './fragment.ts'
export { databaseMigrations, MigrationChanged, type MigrationSet, migrate } from './migrate.ts'
export {
  grantsForReading,
  type OutsideColumn,
  type OutsideRelation,
  type OutsideRole,
  type OutsideStructure,
  openOutsideStructure,
} from './outside-structure.ts'
export {
  type OutsideViews,
  openOutsideViews,
  type ViewName,
  type ViewProblem,
} from './outside-views.ts'
export type { Sent } from './send-together.ts'
export {
  type Deferred,
  defer,
  findRow,
  getRow,
  type Posted,
  post,
  type Reader,
  readingTx,
  rows,
  run,
  type Tx,
  type Writing,
} from './transaction.ts'
export { undoable } from './undoable.ts'
