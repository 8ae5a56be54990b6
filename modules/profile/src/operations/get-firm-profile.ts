import { packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { firmNotFound, getFirmProfile } from '../contract/firm.ts'
import { declaredRegisters } from '../declaration/declared.ts'
import { firmByPower, firmsOf, recordsAboutFirm } from '../reading/firms-of.ts'
import { actsAs } from '../reading/own-person.ts'
import { orderFields } from '../rules/order-fields.ts'
import { factsOf } from '../views/facts.ts'

/** All facts that the registers hold about an organisation, each with source and time, for who may act for it today. */
export const getFirmProfileHandler = handle(getFirmProfile, {
  tenant: () => 'platform',
  async run({ person, firm: id }, context) {
    const { actor } = context
    const isActing = actor.kind === 'person' && actor.onBehalfOf === id && actor.id === person
    const own = isActing || actsAs(actor, person) ? await firmsOf(context, person) : []
    const firm = own.find(one => one.firm === id) ?? (isActing ? await firmByPower(context, id) : undefined)
    if (firm === undefined) return refuse(firmNotFound, { pointer: '/firm' })
    const all = context.port(packages)
    const groups = []
    for (const declared of declaredRegisters(all)) {
      const records = await recordsAboutFirm(context, declared, id)
      // An error in a firm's record is reported at its keeper, not from here: the report would be the person's own.
      const facts = records.flatMap(record =>
        orderFields(factsOf(all, { ...declared, errors: null }, record, [], context.now), declared.first),
      )
      const { pack } = declared
      if (facts.length > 0) groups.push({ group: pack.id, title: textOf(pack, 'title'), facts })
    }
    context.concerns([person], [`firm:${id}`])
    return { firm, groups }
  },
})
