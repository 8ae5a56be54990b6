import { isObject } from '@tereze/regulation'
import type { Language } from '@tereze/ui-components'
import type { Catalogues } from '../file/catalogues.ts'

/** A field of the data, as it is listed. */
export interface DataField {
  /** From the top, `*` for any element of a list: `applicant.name`, `children.*.born`. */
  readonly path: string
  /** What the form calls it; null where no form asks it. */
  readonly label: string | null
  readonly kind: 'text' | 'number' | 'yes-no' | 'date' | 'moment' | 'choice' | 'list' | 'group' | 'any'
  /** Values of a choice. */
  readonly values: readonly string[]
  readonly required: boolean
  readonly concept: string | null
  readonly depth: number
}

type Schema = Readonly<Record<string, unknown>>

function kindOf(schema: Schema): DataField['kind'] {
  const ways = schema.anyOf ?? schema.oneOf
  if (Array.isArray(ways)) return kindOf(ways.filter(isObject).find(one => one.type !== 'null') ?? {})
  const type = Array.isArray(schema.type) ? schema.type.find(one => one !== 'null') : schema.type
  if (Array.isArray(schema.enum)) return 'choice'
  if (isObject(schema.properties) || type === 'object') return 'group'
  if (schema.format === 'date' || String(schema.$ref).endsWith('/date')) return 'date'
  if (schema.format === 'date-time' || String(schema.$ref).endsWith('/instant')) return 'moment'
  if (type === 'array') return 'list'
  if (type === 'boolean') return 'yes-no'
  if (type === 'integer' || type === 'number') return 'number'
  return type === 'string' ? 'text' : 'any'
}

/** The fields that a data schema describes, each group before what is in it. */
export function fieldsOf(schema: unknown, words: Catalogues, language: Language): readonly DataField[] {
  const found: DataField[] = []
  const visit = (part: unknown, steps: readonly string[], depth: number): void => {
    if (!isObject(part)) return
    if (isObject(part.items)) visit(part.items, [...steps, '*'], depth)
    if (!isObject(part.properties)) return
    const required = Array.isArray(part.required) ? part.required.map(String) : []
    for (const [name, inner] of Object.entries(part.properties)) {
      if (!isObject(inner)) continue
      const path = [...steps, name]
      const key = `field.${path.filter(step => step !== '*').join('.')}`
      found.push({
        path: path.join('.'),
        label: words[language][key] ?? null,
        kind: kindOf(inner),
        values: Array.isArray(inner.enum) ? inner.enum.map(String) : [],
        required: required.includes(name),
        concept: typeof inner.concept === 'string' ? inner.concept.replace(/^concept:/, '') : null,
        depth,
      })
      visit(inner, path, depth + 1)
    }
  }
  visit(schema, [], 0)
  return found
}
