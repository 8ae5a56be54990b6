import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { getVariant, variantNotFound } from '../contract/variant.ts'
import { variantOf } from '../rules/variant-of.ts'
import { findNewestDraft } from '../store/drafts.ts'

/** A published variant with its template. */
export const getVariantHandler = handle(getVariant, {
  tenant: input => input.organisation,
  async run({ organisation, package: id }, { tx, port }) {
    const found = variantOf(port(packages), organisation, id)
    if (found === null) return refuse(variantNotFound, { pointer: '/package' })
    const draft = found.own ? await findNewestDraft(tx, organisation, 'service', id) : null
    return { ...found, draft: draft?.id ?? null }
  },
})
