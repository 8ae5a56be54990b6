import type { Package } from '@tereze/catalogue/contract'
import type { Json, Prefill } from '@tereze/forms'
import type { CaseRun } from '../engine/case-run.ts'
import type { FactValue } from '../engine/facts.ts'
import { readAt } from './pointer.ts'

interface Item {
  readonly field?: string
  readonly items?: readonly Item[]
}

function fieldsOf(items: readonly Item[]): string[] {
  return items.flatMap(item => [...(item.field === undefined ? [] : [item.field]), ...fieldsOf(item.items ?? [])])
}

/** What is known beforehand of a form's fields: values that facts have put where the fields are, each with its source. */
export function prefillOf(run: CaseRun, pack: Package, form: string): Prefill[] {
  const layout = pack.json.get(`forms/${form}.form.json`) as
    | { pages?: readonly { items?: readonly Item[] }[] }
    | undefined
  const fields = (layout?.pages ?? []).flatMap(page => fieldsOf(page.items ?? []))
  const facts = (run.row.data.facts ?? {}) as Record<string, FactValue>
  const prefill: Prefill[] = []
  for (const { id, into } of run.service.sources) {
    const fact = facts[id]
    if (into === undefined || fact === undefined || !fields.includes(into)) continue
    const value = readAt(run.row.data, into)
    if (value === undefined || value === null) continue
    prefill.push({
      pointer: into,
      value: value as Json,
      source: { id: fact.source, at: fact.at, ...(fact.messageId === null ? {} : { messageId: fact.messageId }) },
    })
  }
  return prefill
}
