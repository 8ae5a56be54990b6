import type { Deferred, Tx } from './transaction.ts'

type Write = (tx: Tx, items: readonly unknown[]) => void

/** What a transaction has put off until just before its commit. */
export interface DeferredWrites extends Deferred {
  /** Writes all of it: each kind together, the kinds in the order in which they began. */
  write(tx: Tx): void
}

/** Nothing yet. */
export function createDeferred(): DeferredWrites {
  const put: { readonly write: Write; readonly item: unknown }[] = []
  return {
    add: (write, item) => void put.push({ write: write as Write, item }),
    mark: () => put.length,
    forget(mark) {
      put.length = mark
    },
    write(tx) {
      for (const kind of new Set(put.map(({ write }) => write)))
        kind(
          tx,
          put.filter(({ write }) => write === kind).map(({ item }) => item),
        )
    },
  }
}
