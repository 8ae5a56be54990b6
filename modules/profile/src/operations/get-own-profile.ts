import { packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { getOwnProfile } from '../contract/profile.ts'
import { declaredRegisters } from '../declaration/declared.ts'
import { actsAs } from '../reading/own-person.ts'
import { recordsAbout } from '../reading/records-about.ts'
import { orderFields } from '../rules/order-fields.ts'
import { listReports } from '../store/reports.ts'
import { factsOf } from '../views/facts.ts'

/** All facts that the registers hold about a person, each with source and time, in the order that their registers declare. */
export const getOwnProfileHandler = handle(getOwnProfile, {
  tenant: () => 'platform',
  async run({ person }, context) {
    if (!actsAs(context.actor, person)) return { groups: [] }
    const all = context.port(packages)
    const reports = await listReports(context.tx, person)
    const groups = []
    for (const declared of declaredRegisters(all)) {
      const records = await recordsAbout(context, declared, person)
      const facts = records.flatMap(record =>
        orderFields(factsOf(all, declared, record, reports, context.now), declared.first),
      )
      const { pack } = declared
      if (facts.length > 0) groups.push({ group: pack.id, title: textOf(pack, 'title'), facts })
    }
    context.concerns([person])
    return { groups }
  },
})
