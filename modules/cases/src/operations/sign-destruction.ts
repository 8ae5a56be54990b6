import { getOrganisation, groundOfDestruction, packages } from '@tereze/catalogue/contract'
import { issuePaper } from '@tereze/documents/contract'
import { type Context, handle, localDate } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { casesDestroyed, destructionNotFound, signDestruction } from '../contract/destruction.ts'
import { authenticLanguages, jurisdictionOf } from '../definition/jurisdiction.ts'
import { archiveMoment, keptCase } from '../engine/archive.ts'
import { colleaguesOf, namesOf } from '../engine/colleagues.ts'
import { decideSignature, whyKept } from '../rules/decide-destruction.ts'
import { deleteCases, lockArchiveRows } from '../store/archive.ts'
import {
  type DestructionItem,
  type DestructionRow,
  listDestructionItems,
  lockDestruction,
  updateCarriedOut,
  updateFirst,
} from '../store/destructions.ts'
import { composeDestruction } from '../views/compose-destruction.ts'
import { sourceWords, viewDestroyed } from '../views/view-archive.ts'

/** Issues the paper of an act that is carried out now. */
async function issue(context: Context, row: DestructionRow, items: readonly DestructionItem[]) {
  const { tx, now, actor } = context
  const organisation = tx.tenant
  const all = context.port(packages)
  const { jurisdiction, zone } = getOrganisation(all, organisation)
  const firstBy = row.firstBy ?? ''
  const names = namesOf(await colleaguesOf(context, organisation, [firstBy, actor.id]))
  const signatory = (official: string, at: Date | string) => ({
    official,
    name: names.get(official) ?? null,
    on: localDate(at, zone),
  })
  const cases = items.map(item => viewDestroyed(all, organisation, item))
  const source = groundOfDestruction(all, jurisdiction)
  if (source === null) throw new Error(`the nomenclature of ${jurisdiction} names no ground of destruction`)
  const composed = composeDestruction({
    ground: sourceWords(all, organisation, source),
    first: signatory(firstBy, row.firstAt ?? now),
    second: signatory(actor.id, now),
    cases,
  })
  const issued = await context.call(issuePaper, {
    organisation,
    kind: 'act-of-destruction',
    ...composed,
    data: {
      act: row.id,
      ground: source,
      signed: [firstBy, actor.id],
      cases: items.map(({ number, kind, openedOn, closedOn, keptUntil }) => ({
        number,
        kind,
        opened: openedOn,
        closed: closedOn,
        keptUntil,
      })),
    },
    key: `destruction/${row.id}`,
    languages: authenticLanguages(jurisdictionOf(all, jurisdiction)),
  })
  if (isRefused(issued)) throw new Error(`the paper of an act of destruction was refused: ${issued.code}`)
  return issued
}

/** Signs an act of destruction; the second signature looks at every case once more and destroys them. */
export const signDestructionHandler = handle(signDestruction, {
  tenant: input => input.organisation,
  async run({ organisation, destruction }, context) {
    const { tx, now, actor } = context
    const row = await lockDestruction(tx, destruction)
    if (row === null) return refuse(destructionNotFound, { pointer: '/destruction' })
    const whose = decideSignature(row, actor.id)
    if (isRefused(whose)) return whose
    const items = await listDestructionItems(tx, organisation, destruction)
    const { zone, today } = archiveMoment(context, organisation)
    const ids = items.map(({ caseId }) => caseId)
    const found = await lockArchiveRows(tx, zone, ids)
    for (const one of found) {
      const why = whyKept(keptCase(context, one), today, '/destruction')
      if (why !== null) return why
    }
    context.concerns(
      items.flatMap(({ person }) => person ?? []),
      [`destruction:${destruction}`],
    )
    if (whose === 'first') {
      updateFirst(tx, destruction, actor.id, now)
      return { state: 'signed' as const }
    }
    const paper = await issue(context, row, items)
    await deleteCases(tx, ids)
    updateCarriedOut(tx, destruction, { by: actor.id, now, ...paper })
    await context.emit(casesDestroyed, { subject: destruction, data: { destruction, cases: ids } })
    return { state: 'done' as const }
  },
})
