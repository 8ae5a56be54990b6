import type { Database, Tx } from '@tereze/foundation-database'

/** Sees the text of every statement of every transaction before it runs; with what it throws the database fails the statement. */
export type Watch = (statement: string) => void

const textOf = (query: unknown): string => (typeof query === 'string' ? query : (query as { text: string }).text)

/** A statement that fails in the database, as any may. */
const failing = (error: unknown) =>
  `do $$ begin raise exception '%', '${error instanceof Error ? error.message : 'failed'}'; end $$`

/** A real database whose transactions are watched. */
export function watchedDatabase(database: Database, watch: Watch): Database {
  const watched = (tx: Tx): Tx => ({
    ...tx,
    client: {
      query: ((query: never, ...more: never[]) => {
        try {
          watch(textOf(query))
        } catch (error) {
          return tx.client.query(failing(error))
        }
        return tx.client.query(query, ...more)
      }) as Tx['client']['query'],
    },
  })
  return { ...database, transaction: (tenant, work) => database.transaction(tenant, tx => work(watched(tx))) }
}
