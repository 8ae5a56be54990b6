import type { Tx } from './transaction.ts'

/**
 * Does a part of a transaction in a savepoint: what it wrote is undone when it throws, or when its value is not to be kept; what was
 * written before stays. What the part wanted to be run after the commit is run all the same.
 */
export async function undoable<T>(tx: Tx, part: () => Promise<T>, keep: (value: T) => boolean): Promise<T> {
  await tx.client.query('savepoint part')
  try {
    const value = await part()
    await tx.client.query(keep(value) ? 'release savepoint part' : 'rollback to savepoint part; release savepoint part')
    return value
  } catch (error) {
    await tx.client.query('rollback to savepoint part; release savepoint part')
    throw error
  }
}
