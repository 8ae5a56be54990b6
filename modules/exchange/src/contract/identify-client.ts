import { OrganisationId, operation } from '@tereze/operation'
import { Type } from 'typebox'
import { certificateRefusals } from './certificate.ts'
import { accessNotGranted, contractNotFound } from './message.ts'
import { ServiceVersion } from './service-version.ts'
import { clientUnknown } from './xroad.ts'

/** Proves an information system and finds what it may ask for. */
export const identifyClient = operation({
  name: 'exchange.identify-client',
  does: 'Proves by a short-lived signed token that a call comes from a member’s system, and finds purpose and ground of the access it has.',
  kind: 'query',
  input: Type.Object({
    member: OrganisationId,
    /** Empty: the system whose key signs. */
    system: Type.String({ maxLength: 63 }),
    /** JWT (RFC 7519) `typ` tereze-client+jwt by the system’s registered key: `iss` member, `aud` origin of this installation, `exp` five minutes ahead at most. */
    token: Type.String({ maxLength: 4000 }),
    contract: ServiceVersion,
    provider: OrganisationId,
    /** Empty: the only purpose that is granted. */
    purpose: Type.String({ maxLength: 100 }),
    /** One of several granted purposes is enough, as for a list of what may be asked at all. */
    anyPurpose: Type.Optional(Type.Boolean()),
    /** Origin that the token must be meant for. */
    audience: Type.String({ maxLength: 300 }),
  }),
  output: Type.Object({ system: Type.String(), purpose: Type.String(), ground: Type.String() }),
  permission: 'exchange.message.receive',
  refusals: [clientUnknown, ...certificateRefusals, accessNotGranted, contractNotFound],
})
