import { handle } from '@tereze/foundation-operations'
import { representation } from '../contract/representation.ts'
import { listRepresentatives as definition } from '../contract/representatives.ts'
import { platform } from '../platform.ts'
import { powerScheme } from '../ports/power-scheme.ts'
import { decidePower } from '../powers/decide-power.ts'
import { listPowersOfPrincipal } from '../store/powers.ts'

/** Who may do something for a principal today: each one is decided as at a request of their own. */
export const listRepresentatives = handle(definition, {
  tenant: () => platform,
  async run({ principal, to: permission, about }, context) {
    const registers = context.port(representation)
    const scheme = context.port(powerScheme).scheme()
    const today = registers.today()
    const ties = await registers.tiesTo(principal)
    const powers = await listPowersOfPrincipal(context.tx, platform, principal)
    const service =
      about === undefined || powers.every(power => power.services === null)
        ? null
        : await registers.serviceOfCase(about.organisation, about.case)
    const services = service === null ? [] : [service]
    const candidates = [...new Set([...ties.map(({ actor }) => actor), ...powers.map(({ delegate }) => delegate)])]
    context.concerns([principal])
    return {
      items: candidates.filter(actor => {
        const standing = { ties: ties.filter(tie => tie.actor === actor), powers }
        return typeof decidePower(scheme, standing, { actor, principal, permission, services, today }) === 'object'
      }),
    }
  },
})
