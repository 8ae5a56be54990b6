import type { Context } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import type { AroundRegulations } from '@tereze/regulation'
import { getAround } from '@tereze/studio/contract'

/** What lies around the regulations of an organisation: everything that is published. */
export async function aroundRegulation(context: Context, organisation: string): Promise<AroundRegulations> {
  const found = await context.call(getAround, { organisation })
  if (isRefused(found)) throw new Error('what is published is given to whoever asks')
  return found.around
}
