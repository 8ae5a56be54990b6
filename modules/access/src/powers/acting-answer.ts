import type { Reader } from '@tereze/foundation-database'
import type { Representation } from '../contract/representation.ts'
import { platform } from '../platform.ts'
import { servicesIn } from '../rules/services-in.ts'
import { listPowersBetween } from '../store/powers.ts'
import { type ActingAnswer, decidePower } from './decide-power.ts'
import type { PowerScheme } from './power-scheme.ts'

/** The services that a request is about: named in it, or that of the case that it names; none where it is about no service. */
export async function servicesAsked(representation: Representation, input: unknown): Promise<readonly string[]> {
  const named = servicesIn(input)
  if (Array.isArray(named)) return named
  const service = await representation.serviceOfCase(named.organisation, named.case)
  return service === null ? [] : [service]
}

/**
 * By what an actor may do something for a principal now, asked anew each time, so that a power that ended counts for nothing from the
 * next request on; null: it needs none.
 */
export async function actingAnswer(
  reader: Reader,
  representation: Representation,
  scheme: PowerScheme,
  question: {
    readonly actor: string
    readonly principal: string
    readonly permission: string
    readonly input: unknown
  },
): Promise<ActingAnswer | null> {
  const { actor, principal, permission, input } = question
  if (scheme.free.includes(permission)) return null
  const powers = await listPowersBetween(reader, platform, actor, principal)
  const isLimited = powers.some(({ services }) => services !== null)
  const services = isLimited ? await servicesAsked(representation, input) : []
  const asked = { actor, principal, permission, services, today: representation.today() }
  // The registers are asked only where no power answers: it costs more.
  const byPower = decidePower(scheme, { ties: [], powers }, asked)
  if (typeof byPower === 'object') return byPower
  return decidePower(scheme, { ties: await representation.tiesOf(actor, principal), powers }, asked)
}
