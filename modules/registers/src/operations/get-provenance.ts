import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { getProvenance } from '../contract/history.ts'
import { recordNotFound, registerNotFound } from '../contract/record.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { isOpen } from '../rules/decide-access.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { provenanceOf } from '../rules/provenance-of.ts'
import { findCurrent, findHeld, listVersionRows } from '../store/records.ts'

/** Tells of every value of a record where it came from. */
export const getProvenanceHandler = handle(getProvenance, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx } = context
    const { organisation, register, record, asOf, knownAt } = input
    const definition = findDefinition(context, organisation, register)
    if (definition === null) return refuse(registerNotFound, { pointer: '/register', params: { register } })
    const isNewest = asOf === undefined && knownAt === undefined
    const shown = isNewest
      ? await findCurrent(tx, organisation, register, record)
      : await findHeld(tx, organisation, register, record, {
          ...(asOf === undefined ? {} : { asOf }),
          ...(knownAt === undefined ? {} : { knownAt }),
        })
    if (shown === null) return refuse(recordNotFound, { pointer: '/record' })
    const reader = readerOf(context, definition, input.under)
    const grants = reader.grants('history', shown)
    if (grants.length === 0)
      return context.actor.kind === 'person' ? refuse(recordNotFound, { pointer: '/record' }) : reader.refuse('history')
    const versions = await listVersionRows(tx, organisation, register, record)
    context.concerns(subjectsOf(definition, shown.record, shown.data), [`register:${register}`])
    const values = provenanceOf(shown, versions)
      .filter(({ pointer }) => isOpen(definition, grants, pointer))
      .map(({ pointer, version }) => ({
        pointer,
        version: version.version,
        source: version.source,
        recordedAt: version.recordedAt,
        recordedBy: version.recordedBy,
        approvedBy: version.approvedBy,
        validFrom: version.validFrom,
        reason: version.reason,
        kind: version.kind,
      }))
    return { record, version: shown.version, values }
  },
})
