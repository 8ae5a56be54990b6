import { findOrganisation, type Packages, textOf } from '@tereze/catalogue/contract'
import { localDate } from '@tereze/foundation-operations'
import type { ServedService } from '../contract/visit.ts'
import { type Agreement, servedServices } from '../rules/served-services.ts'
import { declaredBy } from './hall-of.ts'

interface Card {
  readonly owner: string
  readonly channels: readonly string[]
  readonly starts?: readonly string[]
  readonly form?: string
}

/** What an office offers today by its agreements, of services that are published, belong to the agency and may be asked for at a counter. */
export function servedBy(packages: Packages, organisation: string, now: Date): ServedService[] {
  const office = findOrganisation(packages, organisation)
  const agreements: readonly Agreement[] = declaredBy(packages, organisation)?.declared.agreements ?? []
  if (office === null || agreements.length === 0) return []
  return servedServices(agreements, localDate(now, office.zone)).flatMap(({ service, agency }) => {
    const pack = packages.find('service', service)
    const card = pack?.json.get('service.json') as Card | undefined
    if (pack == null || card === undefined || card.owner !== `org:${agency}` || !card.channels.includes('counter'))
      return []
    const asked = card.form !== undefined && card.starts?.includes('application') === true
    return [{ service, organisation: agency, title: { ...textOf(pack, 'title') }, asked }]
  })
}
