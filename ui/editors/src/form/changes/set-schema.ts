import { isObject, type Json, type JsonObject } from '@tereze/forms'
import { schemaOf, withRequired, withSchemaOf } from '../draft/data-schema.ts'
import type { FormDraft } from '../draft/form-draft.ts'
import { type Place, templateAt } from '../draft/place.ts'
import { keptWhole } from './kept-whole.ts'
import { made, type Outcome, refused } from './outcome.ts'

/** Keywords that say what a valid answer is, or what it means; values as JSON Schema 2020-12 has them. */
export type Keyword =
  | 'minLength'
  | 'maxLength'
  | 'pattern'
  | 'format'
  | 'minimum'
  | 'maximum'
  | 'multipleOf'
  | 'type'
  | 'minItems'
  | 'maxItems'
  | 'concept'
  | 'label'

/** Sets a keyword of the schema of the data at a place, or removes it (undefined). */
export function setKeyword(draft: FormDraft, place: Place, keyword: Keyword, value: Json | undefined): Outcome {
  const template = templateAt(draft.form, place)
  const node = schemaOf(draft.schema, template)
  if (node === null) return refused('schema-shared')
  const { [keyword]: _, ...rest } = node
  const next: JsonObject = value === undefined ? rest : { ...(keyword in node ? node : rest), [keyword]: value }
  const outcome = made({ ...draft, schema: withSchemaOf(draft.schema, template, next) }, place)
  // Of all keywords only a pattern can be one that the form cannot be compiled with.
  return keyword === 'pattern' ? keptWhole(draft, outcome) : outcome
}

/** Makes an answer a must, or leaves it to the person. */
export function setRequired(draft: FormDraft, place: Place, required: boolean): Outcome {
  const template = templateAt(draft.form, place)
  if (schemaOf(draft.schema, template.slice(0, -1)) === null) return refused('schema-shared')
  return made({ ...draft, schema: withRequired(draft.schema, template, required) }, place)
}

/** Sets the currency of money: its sign of three letters, or any (null). */
export function setCurrency(draft: FormDraft, place: Place, currency: string | null): Outcome {
  const template = [...templateAt(draft.form, place), 'currency']
  if (schemaOf(draft.schema, template) === null) return refused('schema-shared')
  const node: JsonObject = currency === null ? { type: 'string', pattern: '^[A-Z]{3}$' } : { const: currency }
  return made({ ...draft, schema: withSchemaOf(draft.schema, template, node) }, place)
}

/** The currency that the schema of money names, null when any is taken. */
export function currencyOf(schema: JsonObject | null): string | null {
  const properties = schema?.properties
  const currency = isObject(properties) ? properties.currency : undefined
  return isObject(currency) && typeof currency.const === 'string' ? currency.const : null
}
