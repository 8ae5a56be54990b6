import { type Database, rows, sql } from '@tereze/foundation-database'
import type { RegisterDefinition } from '../../modules/registers/src/definition/definition.ts'
import { createProjection, insertProjections, tableOf } from '../../modules/registers/src/store/projection.ts'
import type { Person } from '../decisions/model.ts'

/** A register of people as the benchmark's rules see them; only what its typed projection needs. */
export const definition = {
  ...{ id: 'bench-people', version: '1.0.0', owner: 'civil-registry' },
  columns: [
    { name: 'age', pointer: '/age', type: 'number' },
    { name: 'income', pointer: '/income', type: 'number' },
    { name: 'status', pointer: '/status', type: 'text' },
    { name: 'region', pointer: '/region', type: 'text' },
    { name: 'registered', pointer: '/registered', type: 'date' },
  ],
} as unknown as RegisterDefinition

const portion = 5_000
const idOf = (at: number) => `person_${String(at).padStart(9, '0')}`

/** Makes the typed projection of the register as publishing makes it, and fills it as an import does. */
export async function fillRegister(database: Database, people: readonly Person[]): Promise<void> {
  await database.transaction(definition.owner, tx => createProjection(tx, definition))
  for (let from = 0; from < people.length; from += portion)
    await database.transaction(definition.owner, tx =>
      insertProjections(
        tx,
        definition,
        people.slice(from, from + portion).map((columns, at) => ({ record: idOf(from + at), columns: { ...columns } })),
      ),
    )
  await database.client.query('vacuum analyze')
}

/** People row by row, as a program reads them that knows no columns: pages by key, a JavaScript object each. */
export async function* readRows(database: Database, limit: number): AsyncGenerator<Person> {
  let after = ''
  for (;;) {
    const page = await rows(
      database,
      sql<
        Person & { record: string }
      >`select record, c_age::float8 as age, c_income::float8 as income, c_status as status,
          c_region as region, c_registered as registered
        from registers.${sql.ref(tableOf(definition))}
        where tenant = ${definition.owner} and record > ${after} order by record limit ${limit}`,
    )
    yield* page
    if (page.length < limit) return
    after = page.at(-1)?.record ?? ''
  }
}
