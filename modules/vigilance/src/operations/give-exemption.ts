import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { exemptionOwn, exemptionTermUnfit, giveExemption, ruleNotFound } from '../contract/index.ts'
import { publishedRules } from '../definition/published-rules.ts'
import { endOfExemption } from '../rules/end-of-exemption.ts'
import { insertExemption } from '../store/exemptions.ts'
import { zoneOf } from '../views/zone-of.ts'

/** Exempts an actor from a rule for a time; never oneself. */
export const giveExemptionHandler = handle(giveExemption, {
  tenant: input => input.organisation,
  async run({ organisation, rule, actor: of, until, reaches = null, reason }, { tx, now, ids, actor, port }) {
    const all = port(packages)
    if (publishedRules(all)?.file.rules.every(({ id }) => id !== rule) !== false)
      return refuse(ruleNotFound, { pointer: '/rule' })
    if (of === actor.id) return refuse(exemptionOwn, { pointer: '/actor' })
    const end = endOfExemption(until, now, zoneOf(all, organisation))
    if (end === null) return refuse(exemptionTermUnfit, { pointer: '/until' })
    const id = ids.newId('exemption')
    insertExemption(tx, { id, rule, actor: of, until: end, reaches, reason, incident: null, givenBy: actor.id }, now)
    return { exemption: id }
  },
})
