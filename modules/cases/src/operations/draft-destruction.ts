import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { caseNotFound } from '../contract/case.ts'
import { destructionElsewhere, draftDestruction } from '../contract/destruction.ts'
import { archiveMoment, keptCase } from '../engine/archive.ts'
import { lastKeptDay } from '../rules/archive-term.ts'
import { whyKept } from '../rules/decide-destruction.ts'
import { lockArchiveRows } from '../store/archive.ts'
import { type DestructionItem, insertDestruction } from '../store/destructions.ts'

/** Drafts an act of destruction: every case closed, its term over, in no other act. */
export const draftDestructionHandler = handle(draftDestruction, {
  tenant: input => input.organisation,
  async run({ organisation, cases }, context) {
    const { tx, now, ids, actor } = context
    const { zone, today } = archiveMoment(context, organisation)
    const found = new Map((await lockArchiveRows(tx, zone, cases)).map(row => [row.id, row]))
    const items: DestructionItem[] = []
    for (const [index, id] of cases.entries()) {
      const pointer = `/cases/${index}`
      const row = found.get(id)
      if (row === undefined) return refuse(caseNotFound, { pointer })
      const kept = keptCase(context, row)
      const why = whyKept(kept, today, pointer)
      if (why !== null) return why
      const { number, service, person, openedOn, destruction } = row
      if (destruction !== null) return refuse(destructionElsewhere, { pointer, params: { number } })
      const { kind, closed } = kept
      const keptUntil = kind === null || closed === null ? null : lastKeptDay(kind, closed)
      if (kind === null || closed === null || keptUntil === null) throw new Error(`case ${number} has no archive term`)
      items.push({ caseId: id, number, service, person, kind: kind.id, openedOn, closedOn: closed, keptUntil })
    }
    const destruction = ids.newId('destruction')
    insertDestruction(tx, { id: destruction, by: actor.id, now }, items)
    context.concerns(
      items.flatMap(({ person }) => person ?? []),
      [`destruction:${destruction}`],
    )
    return { destruction }
  },
})
