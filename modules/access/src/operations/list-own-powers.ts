import { handle } from '@tereze/foundation-operations'
import { listOwnPowers as definition, type PowerView, type Principal } from '../contract/power.ts'
import { representation } from '../contract/representation.ts'
import { platform } from '../platform.ts'
import { powerScheme } from '../ports/power-scheme.ts'
import { listPrincipals } from '../powers/list-principals.ts'
import { namesOf, viewPower } from '../powers/view-power.ts'
import { listPowersOfDelegate } from '../store/powers.ts'

/** Everything that concerns the asking person, as themselves, as one who acts for others. */
export const listOwnPowers = handle(definition, {
  tenant: () => platform,
  async run(_input, context) {
    const actor = context.actor.id
    const registers = context.port(representation)
    const today = registers.today()
    const powers = await listPowersOfDelegate(context.tx, platform, actor)
    const names = namesOf(context)
    const scheme = context.port(powerScheme).scheme()
    const found = listPrincipals(scheme, { ties: await registers.tiesOf(actor), powers }, { actor, today })
    const principals: Principal[] = []
    for (const principal of found) principals.push({ ...principal, name: (await names(principal.principal)).name })
    const received: PowerView[] = []
    for (const power of powers.filter(({ delegate }) => delegate === actor))
      received.push(await viewPower(power, powers, { names, scheme, actor, managed: null, today }))
    return { principals, received }
  },
})
