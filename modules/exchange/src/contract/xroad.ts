import { protocol, refusal } from '@tereze/operation'

/** The information system did not prove that it is one of the member’s. */
export const clientUnknown = refusal('exchange.client-unknown', 'unauthenticated')

/** The door for information systems that speak X-Road REST (PR-REST, `r1`): this installation is their security server. */
export const speakXRoad = protocol({
  name: 'exchange.speak-xroad',
  does: 'Takes a call of the X-Road message protocol for REST (r1), sends it signed to the provider and gives the answer.',
  method: 'ALL',
  path: '/r1/*',
  permission: 'exchange.message.receive',
  refusals: [clientUnknown],
  limit: 262_144,
  audited: true,
})
