import { findOrganisation, isTemplate, packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { isFirm, type Refused, refuse } from '@tereze/operation'
import { applicantUnfit, serviceNotFound } from '../contract/case.ts'
import { fitsAudience } from '../rules/fits-audience.ts'
import { findProcessFor, hasPlainStart } from './event-starts.ts'
import { ownedBy, type Service, serviceOf } from './service.ts'

/** The service of an organisation that a case can be opened of for somebody; one and the same applicant always meets the same version. */
export async function findOpenable(
  { port }: Pick<Context, 'port'>,
  wanted: { readonly organisation: string; readonly service: string; readonly person: string },
): Promise<Service | Refused<'cases.service-not-found' | 'cases.applicant-unfit'>> {
  const { organisation, person } = wanted
  const all = port(packages)
  const known = findOrganisation(all, organisation) !== null
  const pack = known ? all.forNew('service', wanted.service, person) : null
  const service = pack === null || isTemplate(pack) ? null : ownedBy(serviceOf(pack), organisation)
  const process = service === null ? null : await findProcessFor(all, service, service.process)
  if (service === null || service.owner !== organisation || process === null || !hasPlainStart(process))
    return refuse(serviceNotFound, { pointer: '/service', params: { service: wanted.service } })
  if (fitsAudience(service.audience, person)) return service
  return refuse(applicantUnfit, { pointer: '/person', params: { applicant: isFirm(person) ? 'firm' : 'person' } })
}
