import { type Fragment, sql } from './fragment.ts'
import type { Deferred, Writing } from './transaction.ts'

/** What a transaction has put off until just before its commit. */
export interface DeferredWrites extends Deferred {
  /** One statement that writes all of it: each kind together; null when nothing was put off. */
  statement(tenant: string): Fragment | null
}

/** Nothing yet. */
export function createDeferred(): DeferredWrites {
  const put: { readonly writing: Writing<unknown>; readonly item: unknown }[] = []
  return {
    add: (writing, item) => void put.push({ writing: writing as Writing<unknown>, item }),
    mark: () => put.length,
    forget(mark) {
      put.length = mark
    },
    statement(tenant) {
      const [first, ...others] = [...new Set(put.map(({ writing }) => writing))].map(writing =>
        writing(
          tenant,
          put.filter(kind => kind.writing === writing).map(({ item }) => item),
        ),
      )
      if (first === undefined || others.length === 0) return first ?? null
      // PostgreSQL carries out every part of `with` that writes, whether anything asks for it or not.
      const parts = others.map((part, place) => sql`${sql.ref(`part_${place}`)} as (${part})`)
      return sql`with ${sql.join(parts)} ${first}`
    },
  }
}
