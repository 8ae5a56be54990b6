import type { Package } from '@tereze/catalogue/contract'
import type { Json, Prefill } from '@tereze/forms'
import type { CaseRun } from '../engine/case-run.ts'
import type { FactValue } from '../engine/facts.ts'
import { formFields } from './form-fields.ts'
import { readAt } from './pointer.ts'

/** What is known beforehand of a form's fields: values that facts have put where the fields are, each with its source. */
export function prefillOf(run: CaseRun, pack: Package, form: string): Prefill[] {
  const fields = formFields(pack.json.get(`forms/${form}.form.json`))
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
