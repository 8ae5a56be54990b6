import type { Posted } from './transaction.ts'

/** What a transaction has posted, with the first failure. */
export interface PostedStatements extends Posted {
  /** The first failure so far. */
  readonly failure: { readonly error: unknown } | null
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
    add(statement) {
      statements.push(
        statement.then(
          () => undefined,
          (error: unknown) => {
            failure ??= { error }
          },
        ),
      )
    },
    async settle() {
      await Promise.all(statements)
    },
  }
}
