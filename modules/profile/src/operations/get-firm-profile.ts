import { packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { firmNotFound, getFirmProfile } from '../contract/firm.ts'
import { declaredRegisters } from '../declaration/declared.ts'
import { firmActedFor, firmsOf, recordsAboutFirm } from '../reading/firms-of.ts'
import { actsAs } from '../reading/own-person.ts'
import { orderFields } from '../rules/order-fields.ts'
import { listReports } from '../store/reports.ts'
import { factsOf } from '../views/facts.ts'

/** All facts that the registers hold about an organisation, each with source and time, for who may act for it today. */
export const getFirmProfileHandler = handle(getFirmProfile, {
  tenant: () => 'platform',
  async run({ person, firm: id }, context) {
    const { actor } = context
    const isActing = actor.kind === 'person' && actor.onBehalfOf === id && actor.id === person
    const own = isActing || actsAs(actor, person) ? await firmsOf(context, person) : []
    const firm = own.find(one => one.firm === id) ?? (isActing ? await firmActedFor(context, id) : undefined)
    if (firm === undefined) return refuse(firmNotFound, { pointer: '/firm' })
    const director = actsAs(actor, person) && own.includes(firm)
    const reports = director ? await listReports(context.tx, person) : []
    const all = context.port(packages)
    const groups = []
    for (const declared of declaredRegisters(all)) {
      const records = await recordsAboutFirm(context, declared, id)
      // Errors in the record of the firm itself are reported by who acts for it by a register; a power does not reach so far.
      const reportable = director && declared.firms.includes('id')
      const shown = reportable ? declared : { ...declared, errors: null }
      const facts = records.flatMap(record =>
        orderFields(factsOf(all, shown, record, reportable ? reports : [], context.now), declared.first),
      )
      const { pack } = declared
      if (facts.length > 0) groups.push({ group: pack.id, title: textOf(pack, 'title'), facts })
    }
    context.concerns([person], [`firm:${id}`])
    return { firm, groups }
  },
})
