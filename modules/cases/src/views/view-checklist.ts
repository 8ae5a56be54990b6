import { textOf } from '@tereze/catalogue/contract'
import type { Static } from 'typebox'
import type { ChecklistLine } from '../contract/task.ts'
import { valueIn } from '../engine/case-context.ts'
import type { CaseRun } from '../engine/case-run.ts'
import type { FactValue } from '../engine/facts.ts'
import { findText, ownText, wordPackages } from './words.ts'

/** The checklist that fills itself: what the variant needs, and the criteria, each with its state. */
export function viewChecklist(run: CaseRun): Static<typeof ChecklistLine>[] {
  const { regulation, pack, sources } = run.service
  const variant = regulation.variants.find(candidate => candidate.id === valueIn(run, 'variant'))
  const facts = (run.row.data.facts ?? {}) as Record<string, FactValue>
  const words = wordPackages(run.packages, run.service)
  const needs = (variant?.needs ?? []).map(id => {
    const fact = facts[id]
    const into = sources.find(source => source.id === id)?.into ?? `/${id}`
    const state =
      fact === undefined || fact.state === 'missing'
        ? ('open' as const)
        : fact.conflict
          ? ('conflict' as const)
          : ('holds' as const)
    const key = `field.${into.split('/').slice(1).join('.')}`
    return {
      id,
      kind: 'need' as const,
      text: findText(words, key) ?? ownText('checklist.need', { name: id }),
      clause: sources.find(source => source.id === id)?.ground ?? null,
      state,
    }
  })
  const criteria = regulation.criteria.map(({ id, clause, when, text }) => {
    const value = valueIn(run, when)
    const state = value === true ? ('holds' as const) : value === false ? ('fails' as const) : ('open' as const)
    return { id, kind: 'criterion' as const, text: textOf(pack, text.replace(/^message:/, '')), clause, state }
  })
  return [...needs, ...criteria]
}
