import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { joinRegulation } from '@tereze/regulation'
import { getVariant, variantNotFound } from '../contract/variant.ts'
import { variantsIn } from '../rules/variants-in.ts'
import { findNewestDraft } from '../store/drafts.ts'

/** A published variant with its template. */
export const getVariantHandler = handle(getVariant, {
  tenant: input => input.organisation,
  async run({ organisation, package: id }, { tx, port }) {
    const found = variantsIn(port(packages)).find(({ card }) => card.package === id)
    const joined = found === undefined ? null : joinRegulation(found.template, found.act)
    if (found === undefined || joined === null || !joined.ok) return refuse(variantNotFound, { pointer: '/package' })
    const { card, state, act, template, newest } = found
    const own = card.owner === organisation
    const draft = own ? await findNewestDraft(tx, organisation, 'service', id) : null
    return {
      variant: card,
      state,
      act,
      template,
      joined: joined.regulation,
      newest: state === 'joined' ? null : newest,
      draft: draft?.id ?? null,
      own,
    }
  },
})
