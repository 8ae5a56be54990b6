import { packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { isRefused, type PersonName } from '@tereze/operation'
import { getRecord } from '@tereze/registers/contract'
import { declaredRegisters } from '../declaration/declared.ts'

/** The name of the acting person as the register of persons has it: the one whose records are the persons themselves; null when none knows them. */
export async function personName(context: Context, person: string): Promise<PersonName | null> {
  for (const { pack, owner, by } of declaredRegisters(context.port(packages))) {
    if (!by.includes('id')) continue
    const record = await context.call(getRecord, { organisation: owner, register: pack.id, record: person })
    if (!isRefused(record)) return record.data.name as PersonName
  }
  return null
}
