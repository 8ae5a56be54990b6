import type { Package, Packages } from '@tereze/catalogue/contract'
import type { Ground, Service } from './service.ts'

/** A ground of an act, and the package that has its words. */
export interface ActGround extends Ground {
  readonly pack: Package
}

/** Grounds of acts of a kind (`suspend`, `discontinue` …): the service's own, and what all services of its jurisdiction share. */
export function groundsOfKind(packages: Packages, service: Service, kind: string): ActGround[] {
  const shared = packages.get('jurisdiction', service.jurisdiction)
  const file = shared.json.get('grounds.json') as { common?: Readonly<Record<string, readonly Ground[]>> } | undefined
  const own = service.regulation.grounds[kind] ?? []
  return [
    ...own.map(ground => ({ ...ground, pack: service.pack })),
    ...(file?.common?.[kind] ?? [])
      .filter(({ id }) => !own.some(ground => ground.id === id))
      .map(ground => ({ ...ground, pack: shared })),
  ]
}

/** One ground of acts of a kind by its id; null when neither regulation nor jurisdiction lists it. */
export function findActGround(packages: Packages, service: Service, kind: string, id: string): ActGround | null {
  return groundsOfKind(packages, service, kind).find(ground => ground.id === id) ?? null
}
