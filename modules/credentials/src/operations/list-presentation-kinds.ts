import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listPresentationKinds } from '../contract/index.ts'
import type { CredentialType } from '../rules/credential-types.ts'
import { listKinds } from '../rules/presentation-kinds.ts'

function labelOf(type: CredentialType, path: readonly string[]) {
  const claim = type.claims.find(each => each.path.join('/') === path.join('/'))
  if (claim === undefined) throw new Error(`no claim ${path.join('/')} of ${type.id}: publishing has checked it`)
  return claim.label
}

/** What an organisation may ask to be shown. */
export const listPresentationKindsHandler = handle(listPresentationKinds, {
  tenant: input => input.organisation,
  run: async ({ organisation }, context) => ({
    items: listKinds(context.port(packages), organisation).map(kind => ({
      kind: kind.id,
      title: kind.title,
      purpose: kind.purpose,
      credential: kind.type.title,
      claims: kind.claims.map(path => labelOf(kind.type, path)),
    })),
  }),
})
