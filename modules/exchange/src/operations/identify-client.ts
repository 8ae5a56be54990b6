import { findOrganisation, packages } from '@tereze/catalogue/contract'
import { handle, localDate } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { identifyClient } from '../contract/identify-client.ts'
import { contractNotFound } from '../contract/message.ts'
import { clientUnknown } from '../contract/xroad.ts'
import { operator } from '../rules/certificate.ts'
import { isTokenOf, kidOfToken } from '../rules/client-token.ts'
import { allGrants, decideAccess } from '../rules/decide-access.ts'
import { refuseAccess } from '../rules/refuse-access.ts'
import { findService } from '../rules/service-version.ts'
import { refuseCertificate } from '../serving/judge-signer.ts'
import { readStanding } from '../store/standing.ts'

/** Proves an information system and finds what it may ask for. */
export const identifyClientHandler = handle(identifyClient, {
  tenant: input => input.member,
  async run(input, { tx, now, port }) {
    const { member: consumer, token, contract, provider, audience } = input
    const all = port(packages)
    const standing = await readStanding(tx, { provider, consumer, kid: kidOfToken(token), contract, operator, now })
    if (standing.key === null) return refuse(clientUnknown)
    const system = standing.key.system ?? input.system
    const proved = await isTokenOf(token, { jwk: standing.key.jwk, member: consumer, audience, now })
    if (!proved || (input.system !== '' && input.system !== system)) return refuse(clientUnknown)
    if (standing.certificate !== null) return refuseCertificate(standing.certificate)
    const service = findService(all, contract)?.contract
    if (service === undefined) return refuse(contractNotFound, { params: { contract } })
    const grants = allGrants(contract, service, standing.given)
    const revoked = new Set(standing.revoked)
    const today = localDate(now, findOrganisation(all, provider)?.zone ?? 'UTC')
    const granted = (purpose: string) => decideAccess(grants, revoked, { consumer, system, purpose }, today)
    const purposes = new Set(grants.map(grant => grant.purpose).filter(purpose => 'grant' in granted(purpose)))
    const chosen = purposes.size === 1 || input.anyPurpose === true
    const purpose = input.purpose === '' && chosen ? ([...purposes][0] ?? '') : input.purpose
    const access = granted(purpose)
    if ('denied' in access) return refuseAccess({ contract, purpose, provider, consumer, system }, access)
    return { system, purpose, ground: access.grant.ground }
  },
})
