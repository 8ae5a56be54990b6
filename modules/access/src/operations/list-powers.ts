import { handle } from '@tereze/foundation-operations'
import { listPowers as definition, type PowerView } from '../contract/power.ts'
import { representation } from '../contract/representation.ts'
import { platform } from '../platform.ts'
import { powerScheme } from '../ports/power-scheme.ts'
import { findGivable } from '../powers/decide-giving.ts'
import { namesOf, viewPower } from '../powers/view-power.ts'
import { listPowersOfPrincipal } from '../store/powers.ts'

/** Who may act for a principal, and what the asking person may give for them. */
export const listPowers = handle(definition, {
  tenant: () => platform,
  async run({ principal }, context) {
    const actor = context.actor.id
    const registers = context.port(representation)
    const scheme = context.port(powerScheme).scheme()
    const today = registers.today()
    const powers = await listPowersOfPrincipal(context.tx, platform, principal)
    const names = namesOf(context)
    const ties = []
    for (const { kind, actor: tied, since } of await registers.tiesTo(principal))
      ties.push({ kind, actor: await names(tied), since })
    const views: PowerView[] = []
    for (const power of powers)
      views.push(await viewPower(power, powers, { names, scheme, actor, managed: principal, today }))
    const own = { ties: await registers.tiesOf(actor, principal), powers }
    const [givable] = findGivable(scheme, own, { actor, principal, today })
    if (actor !== principal) context.concerns([principal])
    return {
      name: (await names(principal)).name,
      ties,
      powers: views,
      givable:
        givable === undefined
          ? null
          : {
              codes: scheme.codes
                .filter(({ code }) => givable.codes.includes(code))
                .map(({ code, title, limited = false }) => ({ code, title, limited })),
              services: givable.services === null ? null : [...givable.services],
              depth: givable.depth,
              until: givable.until,
            },
    }
  },
})
