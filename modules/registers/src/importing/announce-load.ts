import type { Context } from '@tereze/foundation-operations'
import { recordsImported } from '../contract/record.ts'

/** Announces a load that is over, done or broken off, with the records that it wrote; one that wrote none is not announced. */
export async function announceLoad(
  context: Context,
  { import: load, register }: { readonly import: string; readonly register: string },
  count: number,
): Promise<void> {
  if (count > 0) await context.emit(recordsImported, { subject: load, data: { register, import: load, count } })
}
