import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely'

export { sql } from 'kysely'

/** A composed piece of SQL with its parameters (Kysely's `sql` template). */
export type Fragment<Row = unknown> = RawBuilder<Row>

/** Builds queries; never runs them. Composition is Kysely's, execution is ours: one round trip, one transaction owner. */
const composer = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: database => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** Text and parameters of a fragment. */
export function compileFragment(fragment: Fragment<unknown>): { text: string; values: readonly unknown[] } {
  const compiled = fragment.compile(composer)
  return { text: compiled.sql, values: compiled.parameters }
}
