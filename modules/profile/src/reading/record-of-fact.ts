import type { Context } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { getRecord, type RegisterRecord } from '@tereze/registers/contract'
import type { Declared } from '../declaration/declared.ts'
import { firmsOf } from './firms-of.ts'

/**
 * A record of a profile as the person sees it: one about them, or the firm itself for which they act by a register;
 * null when it is neither.
 */
export async function recordOfFact(
  context: Context,
  declared: Declared,
  place: { readonly person: string; readonly record: string },
): Promise<RegisterRecord | null> {
  const { owner: organisation, pack, firms } = declared
  const which = { organisation, register: pack.id, record: place.record }
  const isFirm = firms.includes('id') && place.record.startsWith('organisation_')
  if (!isFirm) {
    const record = await context.call(getRecord, which)
    return isRefused(record) ? null : record
  }
  if (!(await firmsOf(context, place.person)).some(({ firm }) => firm === place.record)) return null
  const record = await context.call(getRecord, { ...which, under: 'system' })
  return isRefused(record) ? null : record
}
