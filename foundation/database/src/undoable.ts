import type { Tx } from './transaction.ts'

/**
 * Does a part of a transaction in a savepoint: what it wrote is undone when it throws, or when its value is not to be kept; what was
 * written before stays. What the part wanted to be run after the commit is run all the same.
 */
export async function undoable<T>(tx: Tx, part: () => Promise<T>, keep: (value: T) => boolean): Promise<T> {
  const before = tx.deferred.mark()
  await tx.client.query('savepoint part')
  try {
    const value = await part()
    const kept = keep(value)
    if (!kept) tx.deferred.forget(before)
    await tx.client.query(kept ? 'release savepoint part' : 'rollback to savepoint part; release savepoint part')
    return value
  } catch (error) {
    tx.deferred.forget(before)
    await tx.client.query('rollback to savepoint part; release savepoint part')
    throw error
  }
}
