import type { Database, Tx } from '@tereze/foundation-database'

/** Sees the text of every statement of every transaction before it runs; what it throws fails the statement. */
export type Watch = (statement: string) => void

const textOf = (query: unknown): string => (typeof query === 'string' ? query : (query as { text: string }).text)

/** A real database whose transactions are watched. */
export function watchedDatabase(database: Database, watch: Watch): Database {
  const watched = (tx: Tx): Tx => ({
    ...tx,
    client: {
      query: ((query: never, ...more: never[]) => {
        watch(textOf(query))
        return tx.client.query(query, ...more)
      }) as Tx['client']['query'],
    },
  })
  return { ...database, transaction: (tenant, work) => database.transaction(tenant, tx => work(watched(tx))) }
}
