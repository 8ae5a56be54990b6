import type { FieldLayout, FormLayout, ItemLayout, JsonObject } from '@tereze/forms'
import { correctable } from './correctable.ts'
import { readAt, writeAt } from './pointer.ts'

type Data = Record<string, unknown>

/** A value of a case that was put right: where, what it was, what it is. */
export interface Correction {
  readonly pointer: string
  readonly was: unknown
  readonly value: unknown
}

/** Where the finding of whoever checks a reported error stands. */
export const findingPointer = '/correctionReview/outcome'

const plain = /^(\/[A-Za-z_]\w*)+$/

function fieldsIn(items: readonly ItemLayout[]): FieldLayout[] {
  return items.flatMap(item => ('group' in item ? fieldsIn(item.items) : item.as === 'repeat' ? [] : [item]))
}

/** Whether a result is made of a member of the case's data: its name begins a path in the expressions that make it. */
function makes(result: string, pointer: string): boolean {
  return new RegExp(`(?<![\\w.:"/$-])${pointer.split('/')[1]}(?![\\w:-])`).test(result)
}

/**
 * The fields of a service's own forms that a correction may give another value: somebody answered them, and the result is made of
 * them. What was chosen from a list of the moment, computed or attached is none.
 * @param layouts the service's forms.
 * @param result everything that makes its records and documents, as one text.
 */
export function correctableFields(layouts: readonly FormLayout[], data: Data, result: string): FieldLayout[] {
  const fields = layouts.flatMap(layout => layout.pages.flatMap(page => fieldsIn(page.items ?? [])))
  const known = new Set<string>()
  return fields.flatMap(({ field, as, from, calculate }) => {
    const fits = from === undefined && calculate === undefined && as !== 'files' && plain.test(field)
    if (!fits || known.has(field) || !correctable(data, field) || !makes(result, field)) return []
    known.add(field)
    return [{ field, as }]
  })
}

const path = (pointer: string) => pointer.slice(1).replaceAll('/', '.')

/**
 * The form by which a reported error is checked, with the fields that may be put right; “correct” is taken only together with
 * another value. What the case holds is `recorded` in its context.
 */
export function correctionForm(layout: FormLayout, fields: readonly FieldLayout[]): FormLayout {
  const finding = path(findingPointer)
  const same = fields.map(({ field }) => `${path(field)} = recorded.${path(field)}`)
  const changed = same.length === 0 ? '' : ` or not(${same.join(' and ')})`
  const check = `${finding} != "correct"${changed}`
  const group = { group: 'right-values', when: `${finding} = "correct"`, items: fields }
  return {
    ...layout,
    pages: layout.pages.map(page => ({
      ...page,
      ...(page.items === undefined
        ? {}
        : {
            items: page.items.flatMap((item): ItemLayout[] =>
              'field' in item && item.field === findingPointer && item.as !== 'repeat'
                ? [{ ...item, check }, ...(fields.length === 0 ? [] : [group])]
                : [item],
            ),
          }),
    })),
  }
}

/** Of some data only what stands at the fields. */
export function pickAt(fields: readonly FieldLayout[], data: Data): JsonObject {
  return fields.reduce<Data>((picked, { field }) => {
    const value = readAt(data, field)
    return value === undefined ? picked : writeAt(picked, field, value)
  }, {}) as JsonObject
}

/** What answers give another value than the case holds. */
export function correctionsIn(fields: readonly FieldLayout[], data: Data, answers: Data): Correction[] {
  return fields.flatMap(({ field }) => {
    const was = readAt(data, field) ?? null
    const value = readAt(answers, field) ?? null
    return value === null || JSON.stringify(was) === JSON.stringify(value) ? [] : [{ pointer: field, was, value }]
  })
}
