import type { Package, Packages } from '@tereze/catalogue/contract'
import { ownerOfCard } from '../rules/package-files.ts'

/** A service with a version on trial. */
export interface ServiceOnTrial {
  readonly organisation: string
  /** The version in use. */
  readonly service: Package
  readonly version: string
  /** Percent of new cases; 0: it is held. */
  readonly share: number
}

/** All services with a version on trial, with the organisations that own them. */
export function servicesOnTrial(all: Packages): ServiceOnTrial[] {
  return all.list('service').flatMap(service => {
    const trial = all.trial('service', service.id)
    if (trial === null) return []
    return [{ organisation: ownerOfCard(service.json.get('service.json') ?? {}), service, ...trial }]
  })
}
