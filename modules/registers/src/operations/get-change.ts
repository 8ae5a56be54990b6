import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import type { Withheld } from '../contract/access.ts'
import { changeNotFound, getChange } from '../contract/change.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { isOpen, withheldFields } from '../rules/decide-access.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { differencesOf } from '../rules/leaves.ts'
import { told, toldDifferences } from '../rules/requested-change.ts'
import { findChange } from '../store/changes.ts'
import { findCurrent, findVersion } from '../store/records.ts'

/** Shows a change asked for: what would differ, and what changed in the record since. */
export const getChangeHandler = handle(getChange, {
  tenant: input => input.organisation,
  async run({ organisation, change: id }, context) {
    const { tx, actor } = context
    const change = await findChange(tx, organisation, id)
    const definition = change === null ? null : findDefinition(context, organisation, change.register)
    if (change === null || definition === null) return refuse(changeNotFound, { pointer: '/change' })
    const reader = readerOf(context, definition)
    const isOwn = change.askedBy === actor.id
    const base =
      change.record === null || change.baseVersion === null
        ? null
        : await findVersion(tx, organisation, change.register, change.record, change.baseVersion)
    const current = change.record === null ? null : await findCurrent(tx, organisation, change.register, change.record)
    const about = base ?? { record: id, data: change.data }
    const grants = isOwn
      ? (['request', 'write', 'correct'] as const).flatMap(act => reader.grants(act, about))
      : reader.grants('approve', about)
    if (grants.length === 0) return isOwn ? reader.refuse('request') : reader.refuse('approve')
    context.concerns(subjectsOf(definition, about.record, change.data), [`register:${definition.id}`])
    const differences = differencesOf(base?.data ?? null, change.data)
    const since = base === null || current === null ? [] : differencesOf(base.data, current.data)
    const sees = ({ pointer }: { pointer: string }) => isOpen(definition, grants, pointer)
    return {
      change: told(change),
      differences: toldDifferences(differences.filter(sees)),
      since: toldDifferences(since.filter(sees)),
      currentVersion: current?.version ?? null,
      withheld: withheldFields(definition, grants, 'approve') as Withheld[],
      unseen: !differences.every(sees),
    }
  },
})
