import type { Packages } from '@tereze/catalogue/contract'
import type { Offer } from '../contract-definition.ts'
import { listServices, type PublishedService, serviceOf } from '../service-version.ts'

/** A contract that is reached from outside, and how. */
export interface OfferedService extends PublishedService {
  readonly service: string
  readonly offer: Offer
}

/** The contract that an exchange reaches by what its message names; null when none is offered. Of several versions the newest. */
export function findOffer(
  packages: Packages,
  exchange: string,
  named: { readonly space: string; readonly local: string } | { readonly service: string },
): OfferedService | null {
  const all = listServices(packages).flatMap(({ pack, contract }) =>
    (contract.offers ?? []).map(offer => ({ pack, contract, offer, service: serviceOf(pack) })),
  )
  const fits = ({ offer }: OfferedService) =>
    offer.exchange === exchange &&
    ('service' in named
      ? offer.service === named.service
      : offer.namespace === named.space && offer.element === named.local)
  return all.findLast(fits) ?? null
}
