import type { Package, Packages } from '@tereze/catalogue/contract'
import { type ContractDefinition, contractOf } from './contract-definition.ts'

/** A service as it is published: package and contract. */
export interface PublishedService {
  readonly pack: Package
  readonly contract: ContractDefinition
}

/** The published contract behind `provider.name@major`; null when there is none. */
export function findService(packages: Packages, service: string): PublishedService | null {
  const [id = '', major = ''] = service.split('@')
  const pack = packages.find('contract', id, major)
  return pack === null ? null : { pack, contract: contractOf(pack) }
}

/** `provider.name@major` of a package's version. */
export function serviceOf(pack: Pick<Package, 'id' | 'version'>): string {
  return `${pack.id}@${pack.version.split('.')[0] ?? ''}`
}

/** The newest package of each major version of every published contract. */
export function listServices(packages: Packages): PublishedService[] {
  const newest = new Map<string, Package>()
  for (const pack of packages.list('contract'))
    for (const version of packages.versions('contract', pack.id)) newest.set(serviceOf(version), version)
  return [...newest.values()].map(pack => ({ pack, contract: contractOf(pack) }))
}
