import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listVariants } from '../contract/variant.ts'
import { matrixOf } from '../rules/matrix-of.ts'
import { listJoiningDrafts } from '../store/joining-drafts.ts'

/** The readiness matrix: typical services by regions. */
export const listVariantsHandler = handle(listVariants, {
  tenant: input => input.organisation,
  run: async ({ organisation }, { tx, port }) =>
    matrixOf(port(packages), organisation, await listJoiningDrafts(tx, organisation)),
})
