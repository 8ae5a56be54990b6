import { listPublishedOrganisations, packages } from '@tereze/catalogue/contract'
import { respond } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { issuerUnknown, showIssuer } from '../contract/index.ts'
import { place } from '../ports/place.ts'
import { listTypesOf } from '../rules/credential-types.ts'
import { writeIssuerMetadata } from '../rules/write-metadata.ts'
import { replyJson } from './reply-json.ts'

/** Metadata of an organisation as an issuer. */
export const showIssuerHandler = respond(showIssuer, async ({ params }, context) => {
  const all = context.port(packages)
  const organisation = listPublishedOrganisations(all).find(({ id }) => id === params.organisation)
  const types = organisation === undefined ? [] : listTypesOf(all, organisation.id)
  if (organisation === undefined || types.length === 0) return refuse(issuerUnknown)
  return replyJson(200, writeIssuerMetadata(organisation, types, context.port(place)), 300)
})
