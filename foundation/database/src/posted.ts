import { afterSettled } from './after-settled.ts'
import type { Posted } from './transaction.ts'

/** What a transaction has posted, with the first failure. */
export interface PostedStatements extends Posted {
  /** The first failure so far. */
  readonly failure: { readonly error: unknown } | null
  /** Waits until every statement has gone out, or has failed before it could: a value that cannot be sent. */
  sent(): Promise<void>
  /** Waits until every statement has been answered, well or not. */
  settle(): Promise<void>
}

/** None yet. */
export function createPosted(): PostedStatements {
  const statements: Promise<void>[] = []
  let failure: { error: unknown } | null = null
  return {
    get failure() {
      return failure
    },
    add(send) {
      statements.push(
        send().then(
          () => undefined,
          (error: unknown) => {
            failure ??= { error }
          },
        ),
      )
    },
    sent: () => new Promise(resolve => afterSettled(1, resolve)),
    async settle() {
      await Promise.all(statements)
    },
  }
}
