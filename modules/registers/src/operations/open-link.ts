import { createHash } from 'node:crypto'
import { packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { linkClosed, openLink } from '../contract/link.ts'
import type { RegisterRecord } from '../contract/record.ts'
import { inSchemaOrder } from '../contract/schema-order.ts'
import { findDefinition } from '../definition/registered.ts'
import { grantsFor, openPart, withheldFields } from '../rules/decide-access.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { handedOn } from '../rules/link-rules.ts'
import { tellRecord } from '../rules/tell-record.ts'
import { findOpenLink, insertOpening } from '../store/links.ts'
import { findCurrent } from '../store/records.ts'

/** Shows the record of a link to whoever holds its secret; what its maker's entry no longer opens is closed here too. */
export const openLinkHandler = handle(openLink, {
  tenant: input => input.organisation,
  async run({ organisation, link, secret }, context) {
    const { tx, now, ids, actor } = context
    const hash = createHash('sha256').update(secret).digest()
    const kept = await findOpenLink(tx, organisation, link, hash, now)
    const definition = kept === null ? null : findDefinition(context, organisation, kept.register)
    if (kept === null || definition === null) return refuse(linkClosed)
    const current = await findCurrent(tx, organisation, kept.register, kept.record)
    const grants = handedOn(grantsFor(definition, kept.who, 'link'))
    if (current === null || grants.length === 0) return refuse(linkClosed)
    const chosen = kept.fields === null ? grants : narrowed(grants, kept.fields)
    insertOpening(tx, { id: ids.newUuid(), link, by: actor.id, now })
    const data = openPart(definition, chosen, current.data)
    const pack = context.port(packages).get('register', definition.id)
    const subjects = subjectsOf(definition, current.record, current.data)
    context.concerns(subjects, [`register:${definition.id}`, link])
    return {
      purpose: kept.purpose,
      until: kept.until,
      record: {
        ...current,
        data,
        withheld: withheldFields(definition, chosen, 'link') as RegisterRecord['withheld'],
        keptUntil: null,
      },
      title: textOf(pack, 'title'),
      lines: tellRecord(inSchemaOrder(definition.schema, data), key =>
        pack.messages.has(key) ? textOf(pack, key) : null,
      ),
    }
  },
})

/** Grants over chosen fields only: the deeper of what the grant names and what was chosen. */
function narrowed<G extends { readonly fields?: readonly string[] }>(
  grants: readonly G[],
  chosen: readonly string[],
): G[] {
  const within = (above: string, field: string) => field === above || field.startsWith(`${above}/`)
  return grants.map(grant => {
    const { fields } = grant
    if (fields === undefined) return { ...grant, fields: chosen }
    const both = chosen.flatMap(one => {
      if (fields.some(field => within(field, one))) return [one]
      return fields.filter(field => within(one, field))
    })
    return { ...grant, fields: both }
  })
}
