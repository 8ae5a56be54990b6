import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { issuePaper } from '@tereze/documents/contract'
import { handle } from '@tereze/foundation-operations'
import { getDelivery } from '@tereze/notifications/contract'
import { isRefused, refuse } from '@tereze/operation'
import { caseNotFound } from '../contract/case.ts'
import { deliveryWithoutRule, notDeliveredYet, proveDelivery } from '../contract/delivery-proof.ts'
import { authenticLanguages, jurisdictionOf } from '../definition/jurisdiction.ts'
import { findCase } from '../store/cases.ts'
import { composeDelivery } from '../views/compose-delivery.ts'
import { sourceWords } from '../views/view-archive.ts'

/** Issues the evidence of a delivery once: again gives the same paper. */
export const proveDeliveryHandler = handle(proveDelivery, {
  tenant: input => input.organisation,
  async run({ organisation, case: id, message }, context) {
    const row = await findCase(context.tx, organisation, id)
    if (row === null) return refuse(caseNotFound, { pointer: '/case' })
    const known = await context.call(getDelivery, { organisation, case: id, message })
    if (isRefused(known)) return known
    context.concerns([known.person])
    const { delivered } = known
    if (delivered === null) return refuse(deliveryWithoutRule, { pointer: '/message' })
    if (delivered.at === null)
      return refuse(notDeliveredYet, { pointer: '/message', params: { latest: delivered.latest ?? '' } })
    const all = context.port(packages)
    const { jurisdiction, zone } = getOrganisation(all, organisation)
    const { message: of, notice, hash, person, sentAt, readAt, deliveries } = known
    const ground = sourceWords(all, organisation, delivered.ground)
    const issued = await context.call(issuePaper, {
      organisation,
      kind: 'evidence-of-delivery',
      ...composeDelivery({ number: row.number, title: known.title, hash, sentAt, readAt, delivered, ground, zone }),
      data: {
        message: of,
        case: id,
        number: row.number,
        notice,
        hash,
        person,
        placed: sentAt,
        opened: readAt,
        delivered: { at: delivered.at, by: delivered.by, ground: delivered.ground },
        channels: deliveries.map(({ channel, state, at }) => ({ channel, state, at })),
      },
      key: `delivery/${message}`,
      languages: authenticLanguages(jurisdictionOf(all, jurisdiction)),
    })
    if (isRefused(issued)) throw new Error(`the evidence of a delivery was refused: ${issued.code}`)
    return issued
  },
})
