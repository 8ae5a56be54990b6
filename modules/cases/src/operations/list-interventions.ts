import { isErased, keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { caseNotFound } from '../contract/case.ts'
import { listInterventions } from '../contract/incident.ts'
import { interventionPlace } from '../engine/operate/intervene.ts'
import { findCase } from '../store/cases.ts'
import { listInterventionsOfCase } from '../store/interventions.ts'
import { ownText } from '../views/words.ts'

/** What was done to a case by those who operate processes. */
export const listInterventionsHandler = handle(listInterventions, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx } = context
    const row = await findCase(tx, input.organisation, input.case)
    if (row === null) return refuse(caseNotFound, { pointer: '/case' })
    context.concerns([row.person])
    const items = []
    for (const { id, sealed, kind, at, element, official, batch, reason } of await listInterventionsOfCase(
      tx,
      row.tenant,
      row.id,
    )) {
      const opened =
        sealed === null
          ? null
          : await context.port(keyring).open(tx, row.tenant, row.person, sealed, interventionPlace(id))
      const change =
        opened === null || isErased(opened)
          ? null
          : (JSON.parse(new TextDecoder().decode(opened)) as { before: unknown; after: unknown })
      items.push({
        intervention: id,
        at,
        kind,
        text: ownText(`intervention.${kind}`),
        element,
        official,
        batch,
        reason,
        change,
      })
    }
    return { items }
  },
})
