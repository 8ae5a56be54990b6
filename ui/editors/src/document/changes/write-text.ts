import { isObject, type Json } from '@tereze/forms'
import type { Language } from '@tereze/ui-components'
import { languages } from '../../form/draft/form-draft.ts'
import {
  at,
  type DocumentDraft,
  freeKey,
  keyAt,
  type Steps,
  withAt,
  withWord,
  wordsOf,
} from '../draft/document-draft.ts'
import { fieldsIn } from '../draft/message-tokens.ts'
import { type FieldValue, readValue, writeValue } from '../draft/value.ts'

/** Where a text stands: the member that names its message; the values of its fields are beside it. */
export interface TextPlace {
  readonly holder: Steps
  readonly member: 'text' | 'heading' | 'label' | 'title' | 'header' | 'footer'
}

/** The values of the fields of a text by name. */
export function valuesAt(draft: DocumentDraft, { holder }: TextPlace): Readonly<Record<string, Json>> {
  const values = at(draft, [...holder, 'values'])
  return isObject(values) ? values : {}
}

/** The name under which a text holds a field: that of the same value, or a new one made of the last name of its path. */
export function fieldName(draft: DocumentDraft, place: TextPlace, field: FieldValue): string {
  const values = valuesAt(draft, place)
  for (const [name, value] of Object.entries(values)) {
    const known = readValue(value)
    if (known.is === field.is && known.as === field.as) return name
  }
  const path = /^[A-Za-z_][\w.]*$/u.test(field.is) ? (field.is.split('.').at(-1) ?? '') : ''
  const stem = /^[a-z]\w*$/u.test(path) ? path : 'value'
  for (let number = 1; ; number++) {
    const name = number === 1 ? stem : `${stem}${number}`
    if (values[name] === undefined) return name
  }
}

/**
 * The draft with another text at a place, in one language, and the value of a field that came in with it. A value whose field stood in the
 * text and stands in no language any more goes with it.
 */
export function writeText(
  draft: DocumentDraft,
  place: TextPlace,
  language: Language,
  message: string,
  added: { readonly name: string; readonly value: FieldValue } | null = null,
): DocumentDraft {
  const steps = [...place.holder, place.member]
  const known = keyAt(draft, steps)
  const key = known ?? freeKey(draft, place.member)
  const named = known === null ? withAt(draft, steps, `message:${key}`) : draft
  const before = wordsOf(named, key)
  let next = withWord(named, key, language, message)
  if (known === null)
    for (const other of languages) if (other !== language) next = withWord(next, key, other, before[other])
  if (added !== null) next = withAt(next, [...place.holder, 'values', added.name], writeValue(added.value))
  const after = wordsOf(next, key)
  const gone = [...fieldsIn(before[language])].filter(name => languages.every(one => !fieldsIn(after[one]).has(name)))
  const values = valuesAt(next, place)
  const left = Object.fromEntries(Object.entries(values).filter(([name]) => !gone.includes(name)))
  if (Object.keys(left).length === Object.keys(values).length) return next
  return withAt(next, [...place.holder, 'values'], Object.keys(left).length === 0 ? undefined : left)
}

/** The languages whose text, where there is one, lacks a field that another language has. */
export function missingFields(
  draft: DocumentDraft,
  place: TextPlace,
): readonly { readonly language: Language; readonly name: string }[] {
  const key = keyAt(draft, [...place.holder, place.member])
  if (key === null) return []
  const words = wordsOf(draft, key)
  const all = new Set(languages.flatMap(language => [...fieldsIn(words[language])]))
  return languages.flatMap(language => {
    const own = fieldsIn(words[language])
    return [...all].filter(name => !own.has(name)).map(name => ({ language, name }))
  })
}
