import type { FieldState, FormState, ItemState, JsonObject } from '@tereze/forms'
import { type FormWords, fieldsOf, showValue } from '@tereze/ui-forms'

/** What completes a task: the outcome and reason that the platform asks for by name, and how both read to a person. */
export interface Completion {
  readonly outcome: string
  readonly reason: string
  readonly answers: JsonObject
  /** The outcome in the form's own words; null when the form asks for none. */
  readonly outcomeWords: string | null
  /** The other answers, for the last look before sending. */
  readonly lines: readonly { readonly label: string; readonly value: string }[]
}

/** Reads the completion out of a filled form: the field named `outcome`, the field named `reason`, the rest. */
export function completionOf(state: FormState, answers: JsonObject, words: FormWords): Completion {
  const fields = state.pages
    .filter(page => page.visible)
    .flatMap(page => page.items.flatMap(visibleFields))
    .filter(field => field.value !== null)
  const outcome = fields.find(field => field.pointer.endsWith('/outcome'))
  const reason = fields.find(field => field.pointer.endsWith('/reason'))
  return {
    outcome: outcome === undefined ? 'done' : String(outcome.value),
    reason: reason === undefined ? '' : String(reason.value).trim(),
    answers,
    outcomeWords: outcome === undefined ? null : showValue(outcome, words),
    lines: fields
      .filter(field => field !== outcome)
      .map(field => ({ label: words.label(field), value: showValue(field, words) })),
  }
}

function visibleFields(item: ItemState): FieldState[] {
  if (!item.visible) return []
  if (item.kind === 'group') return item.items.flatMap(visibleFields)
  return fieldsOf(item).flatMap(field => (field.kind === 'field' && field.visible ? [field] : []))
}
