import type { Reader } from '@tereze/foundation-database'
import type { Act } from '../contract/case.ts'
import type { CaseRow } from '../store/cases.ts'
import { listActs } from '../store/records.ts'

/** The legal acts of a case, the first first. */
export async function viewActs(reader: Reader, row: CaseRow): Promise<Act[]> {
  const acts = await listActs(reader, row.tenant, row.id)
  return acts.map(({ id, grounds, ...act }) => ({ act: id, ...act, grounds: [...grounds] }))
}
