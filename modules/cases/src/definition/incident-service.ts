import type { Packages } from '@tereze/catalogue/contract'
import { findService, ownedBy, type Service } from './service.ts'

interface Rules {
  readonly incidents?: string
}

/** The service of which incidents of security become cases, in the hands of an organisation; null where the rules give them to none. */
export function incidentService(packages: Packages, organisation: string): Service | null {
  const [rules] = packages.list('vigilance')
  const id = (rules?.json.get('vigilance.json') as unknown as Rules | undefined)?.incidents?.replace(/^service:/, '')
  const service = id === undefined ? null : findService(packages, id)
  if (service === null) return null
  const own = ownedBy(service, organisation)
  return own.owner === organisation ? own : null
}
