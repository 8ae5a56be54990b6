import type { Context } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { findRecords, type RegisterRecord } from '@tereze/registers/contract'
import type { Declared } from '../declaration/declared.ts'

const pageSize = 100

/**
 * The records of a register about a person, as the register shows them to that person: all of them, each once.
 * @throws Error when the register refuses a person their own records: publishing has checked the columns.
 */
export async function recordsAbout(
  context: Context,
  { pack, owner, by }: Declared,
  person: string,
): Promise<RegisterRecord[]> {
  const found = new Map<string, RegisterRecord>()
  for (const column of by) {
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof context.call<typeof findRecords>>> = await context.call(findRecords, {
        organisation: owner,
        register: pack.id,
        where: { [column]: person },
        limit: pageSize,
        ...(after === null ? {} : { after }),
      })
      if (isRefused(page)) throw new Error(`register ${pack.id}: ${page.code}`)
      for (const record of page.items) found.set(record.record, record)
      after = page.next
    } while (after !== null)
  }
  return [...found.values()]
}
