import { type Packages, textOf } from '@tereze/catalogue/contract'
import {
  type ActOfJoining,
  compareBases,
  type DigitalRegulation,
  isActOfJoining,
  regulationSource,
} from '@tereze/regulation'
import type { VariantCard, VariantState } from '../contract/variant.ts'
import { aroundOf } from './around-of.ts'
import { ownerOfCard } from './package-files.ts'

/** A published variant, the template that it stands on, and the one in use. */
export interface Variant {
  readonly card: VariantCard
  readonly state: Extract<VariantState, 'joined' | 'behind' | 'conflicts'>
  readonly act: ActOfJoining
  readonly template: DigitalRegulation
  readonly newest: DigitalRegulation
}

/** Templates in use: those that new variants join and others are brought to. */
export function templatesInUse(packages: Packages): DigitalRegulation[] {
  const { templates } = aroundOf(packages)
  return packages
    .list('service')
    .flatMap(pack => templates.find(({ id, version }) => id === pack.id && version === pack.version) ?? [])
}

/** Where a variant and the template in use do not go together by themselves. */
export function collisionsOf(from: DigitalRegulation, to: DigitalRegulation, act: ActOfJoining) {
  return compareBases(from, to, act).carried.filter(({ state }) => state === 'both' || state === 'closed')
}

/** How a variant stands beside the template in use. */
export function stateOfVariant(base: string, newest: string, collisions: number): Variant['state'] {
  if (base === newest) return 'joined'
  return collisions === 0 ? 'behind' : 'conflicts'
}

/** The act of joining in the package of a service; null where it joins nothing. */
export function actIn(json: ReadonlyMap<string, unknown>): ActOfJoining | null {
  const value = json.get(regulationSource)
  return isActOfJoining(value) && typeof value.base === 'string' && typeof value.changes === 'object'
    ? (value as ActOfJoining)
    : null
}

/** The published variants whose templates are known. */
export function variantsIn(packages: Packages): Variant[] {
  const { templates } = aroundOf(packages)
  const inUse = templatesInUse(packages)
  return packages.list('service').flatMap((pack): Variant[] => {
    const act = actIn(pack.json)
    const template = templates.find(({ id, version }) => `${id}@${version}` === act?.base)
    const newest = inUse.find(({ id }) => id === template?.id)
    if (act === null || template === undefined || newest === undefined) return []
    const collisions = collisionsOf(template, newest, act).length
    const card = {
      package: pack.id,
      title: textOf(pack, 'title'),
      version: pack.version,
      owner: ownerOfCard(pack.json.get('service.json') ?? {}),
      base: template.version,
      collisions,
      differs: Object.keys(act.changes).length,
    }
    return [{ card, act, template, newest, state: stateOfVariant(template.version, newest.version, collisions) }]
  })
}
