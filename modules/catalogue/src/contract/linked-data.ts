import { openScope, protocol, refusal } from '@tereze/operation'

/** Neither of the formats of the catalogue is accepted. */
export const notAcceptable = refusal('catalogue.format-not-acceptable', 'unsupported')

/** The public catalogue as linked data. */
export const showPublicCatalogue = protocol({
  name: 'catalogue.show-public-catalogue',
  does: 'Gives the public catalogue by DCAT-AP 3 and CPSV-AP 3.2: JSON-LD or Turtle, as Accept says.',
  method: 'GET',
  path: '/catalogue/public',
  permission: 'catalogue.entry.read',
  scope: openScope,
  refusals: [notAcceptable],
})
