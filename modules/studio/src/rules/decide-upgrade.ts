import { type Refused, refuse } from '@tereze/operation'
import { type ActOfJoining, type DigitalRegulation, upgradeBase } from '@tereze/regulation'
import { collisionsOpen, templateMoved, variantCurrent } from '../contract/variant.ts'
import { collisionsOf } from './variants-in.ts'

/** What a designer chose about a variant and the template in use. */
export interface Upgrade {
  readonly act: ActOfJoining
  readonly template: DigitalRegulation
  readonly newest: DigitalRegulation
  /** The version of the template that was looked at. */
  readonly to: string
  readonly take: readonly string[]
  readonly keep: readonly string[]
}

/** The next version of a variant on a newer template: compatible, and more than words. */
function raised(version: string): string {
  const [major = 1, minor = 0] = version.split('.').map(Number)
  return `${major}.${minor + 1}.0`
}

/** The act of joining on the template in use, or why it is not moved: every place that both changed wants a choice. */
export function decideUpgrade({
  act,
  template,
  newest,
  to,
  take,
  keep,
}: Upgrade): ActOfJoining | Refused<'studio.variant-current' | 'studio.template-moved' | 'studio.collisions-open'> {
  if (template.version === newest.version) return refuse(variantCurrent, { pointer: '/package' })
  if (to !== newest.version) return refuse(templateMoved, { pointer: '/to', params: { version: newest.version } })
  const open = collisionsOf(template, newest, act).filter(
    ({ state, place }) => state === 'both' && take.includes(place) === keep.includes(place),
  )
  if (open.length > 0)
    return refuse(collisionsOpen, {
      pointer: '/take',
      params: { count: open.length },
      also: open.map(({ place }) => ({ pointer: '/take', code: 'studio.collision', params: { place } })),
    })
  return { ...upgradeBase(template, newest, act, take), version: raised(act.version) }
}
