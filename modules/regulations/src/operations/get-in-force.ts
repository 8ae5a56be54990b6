import { packages } from '@tereze/catalogue/contract'
import { handle, localDate } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { getInForce, notInForce } from '../contract/index.ts'
import { zoneOf } from '../definition/zone-of.ts'
import { listVersions, type RegulationRow } from '../store/regulations.ts'
import { findText } from '../store/texts.ts'
import { aroundRegulation } from '../taking/around-regulation.ts'
import { legalRegulation } from '../views/legal-regulation.ts'

/** Whether a version was approved and has a day from which it is law. */
const hasForce = ({ inForce, life }: RegulationRow) => inForce !== null && life.approval !== null

/** A regulation as of a day. */
export const getInForceHandler = handle(getInForce, {
  tenant: input => input.organisation,
  async run({ organisation, code, on }, context) {
    const { tx, now, port } = context
    const all = port(packages)
    const day = on ?? localDate(now, zoneOf(all, organisation))
    const versions = (await listVersions(tx, organisation, code)).filter(hasForce)
    const row = versions.find(
      ({ inForce, endsOn }) => inForce !== null && inForce <= day && (endsOn === null || endsOn > day),
    )
    const approval = row?.life.approval
    const kept = row === undefined ? null : await findText(tx, organisation, row.id, row.texts)
    if (row === undefined || kept === null || approval === null || approval === undefined)
      return refuse(notInForce, { pointer: '/code', params: { code, on: day } })
    const { registration } = row.life
    const around = await aroundRegulation(context, organisation)
    return {
      regulation: legalRegulation(all, around, row),
      content: kept.content,
      text: JSON.parse(kept.text),
      act: approval.act,
      approvedOn: approval.at.slice(0, 10),
      registration: registration === null ? null : { number: registration.number, on: registration.at.slice(0, 10) },
      versions: versions.map(one => legalRegulation(all, around, one)),
    }
  },
})
