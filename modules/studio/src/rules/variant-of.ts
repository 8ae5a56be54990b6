import type { Packages } from '@tereze/catalogue/contract'
import type { OutputOf } from '@tereze/operation'
import { joinRegulation } from '@tereze/regulation'
import type { getVariant } from '../contract/variant.ts'
import { variantsIn } from './variants-in.ts'

/** A published variant as an organisation sees it, but for its drafts; null where there is none, or its act does not hold. */
export function variantOf(
  packages: Packages,
  organisation: string,
  id: string,
): Omit<OutputOf<typeof getVariant>, 'draft'> | null {
  const found = variantsIn(packages).find(({ card }) => card.package === id)
  const joined = found === undefined ? null : joinRegulation(found.template, found.act)
  if (found === undefined || joined === null || !joined.ok) return null
  const { card: variant, state, act, template, newest } = found
  return {
    variant,
    state,
    act,
    template,
    joined: joined.regulation,
    newest: state === 'joined' ? null : newest,
    own: variant.owner === organisation,
  }
}
