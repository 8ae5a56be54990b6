import { isGroup, type Json, type Prefill, toPointer } from '@tereze/forms'
import { answersOf } from '../changes/set-answers.ts'
import { currencyOf } from '../changes/set-schema.ts'
import { schemaOf } from './data-schema.ts'
import type { FormDraft } from './form-draft.ts'
import { allItems } from './place.ts'

/** Sample values for what a form says may be known beforehand, as a preview shows them. `source` names where they come from. */
export function samplePrefill(draft: FormDraft, source: string): Prefill[] {
  return allItems(draft.form).flatMap(({ item, template }) => {
    if (isGroup(item) || item.as === 'repeat' || item.prefill === undefined || template.includes('*')) return []
    const schema = schemaOf(draft.schema, template)
    const [answer] = answersOf(schema) ?? []
    const samples: Partial<Record<typeof item.as, Json>> = {
      text: 'A',
      'long-text': 'A',
      number: 1,
      money: { amount: '1000.00', currency: currencyOf(schema) ?? 'XTS' },
      date: '2026-01-15',
      'yes-no': true,
      choice: answer ?? null,
      choices: answer === undefined ? null : [answer],
      'person-name': { family: 'A', given: 'B' },
      address: { text: 'A' },
      code: { text: 'A' },
    }
    const value = samples[item.as] ?? null
    return value === null ? [] : [{ pointer: toPointer(template), value, source: { id: source } }]
  })
}
