import { packages } from '@tereze/catalogue/contract'
import { listKeys } from '@tereze/documents/contract'
import { respond } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { addresses } from '../addresses.ts'
import { issuerUnknown, showIssuerKeys } from '../contract/index.ts'
import { listTypesOf } from '../rules/credential-types.ts'
import { replyJson } from './reply-json.ts'

/** The keys of an organisation as an issuer: those of its seal. */
export const showIssuerKeysHandler = respond(showIssuerKeys, async ({ params }, context) => {
  const { organisation = '' } = params
  if (listTypesOf(context.port(packages), organisation).length === 0) return refuse(issuerUnknown)
  const found = await context.call(listKeys, { organisation })
  if (isRefused(found)) return found
  const issuer = addresses.issuer(context.origin, organisation)
  return replyJson(200, { issuer, jwks: { keys: found.keys } }, 300)
})
