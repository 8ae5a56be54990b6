import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { changeEmpty, changeRequested, changeStale, requestChange } from '../contract/change.ts'
import { recordMerged, recordNotFound, registerNotFound } from '../contract/record.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { decideEntry } from '../recording/add-version.ts'
import { decideWritable } from '../rules/decide-access.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { differencesOf } from '../rules/leaves.ts'
import { insertChange } from '../store/changes.ts'
import { findSurvivor } from '../store/merges.ts'
import { findCurrent } from '../store/records.ts'

/** Asks for a new record or new content of one. */
export const requestChangeHandler = handle(requestChange, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx, ids, now, actor } = context
    const definition = findDefinition(context, input.organisation, input.register)
    if (definition === null)
      return refuse(registerNotFound, { pointer: '/register', params: { register: input.register } })
    const current = input.record === undefined ? null : await findCurrent(tx, tx.tenant, definition.id, input.record)
    if (input.record !== undefined && current === null) {
      const survivor = await findSurvivor(tx, tx.tenant, definition.id, input.record)
      return survivor === null
        ? refuse(recordNotFound, { pointer: '/record' })
        : refuse(recordMerged, { pointer: '/record', params: { survivor } })
    }
    const reader = readerOf(context, definition)
    const act = current === null ? 'write' : 'correct'
    const grants =
      current === null
        ? [...reader.general('request'), ...reader.general(act)]
        : [...reader.grants('request', current), ...reader.grants(act, current)]
    if (grants.length === 0) return reader.refuse('request')
    if (current !== null && current.version !== input.version)
      return refuse(changeStale, { pointer: '/version', params: { version: current.version } })
    const decision = await decideEntry(context, definition, { data: input.data, grants }, current?.data ?? 'nothing')
    if (!('ok' in decision)) return decision
    // The content as it was asked for: identifiers that the register gives are given when it takes effect.
    const { data } = decideWritable(definition, grants, input.data, current?.data ?? null)
    if (current !== null && differencesOf(current.data, data).length === 0)
      return refuse(changeEmpty, { pointer: '/data' })
    const change = ids.newId('change')
    insertChange(
      tx,
      {
        change,
        register: definition.id,
        record: current?.record ?? null,
        baseVersion: current?.version ?? null,
        data,
        validFrom: input.validFrom ?? null,
        reason: input.reason,
        source: input.source,
        ground: grants[0]?.ground ?? null,
        askedBy: actor.id,
      },
      now,
    )
    context.concerns(subjectsOf(definition, current?.record ?? change, data), [`register:${definition.id}`])
    await context.emit(changeRequested, {
      subject: current?.record ?? change,
      data: { register: definition.id, change },
    })
    return { change }
  },
})
