import { type FormLayout, type ItemLayout, isGroup, isList, isObject, type JsonObject } from '@tereze/forms'
import type { FormDraft } from '../draft/form-draft.ts'
import { spoken, withWords } from '../draft/words.ts'
import { freeId } from './free-name.ts'
import { keptWhole } from './kept-whole.ts'
import { made, type Outcome } from './outcome.ts'

/** A form from outside: its layout, the schema of its own data, its words in one language. */
export interface ForeignForm {
  readonly form: JsonObject
  readonly schema: JsonObject
  readonly words: Readonly<Record<string, string>>
}

/** The names at the top of the data, which a form from outside may not use again. */
export function takenNames(draft: FormDraft): readonly string[] {
  return Object.keys(isObject(draft.schema.properties) ? draft.schema.properties : {})
}

/** Puts the pages of a form from outside before the page of that number. The words stand in every language as they came. */
export function insertForm(draft: FormDraft, foreign: ForeignForm, index: number): Outcome {
  const { properties, required } = foreign.schema
  const own = draft.schema
  const names = [...(isList(own.required) ? own.required : []), ...(isList(required) ? required : [])]
  let next: FormDraft = {
    ...draft,
    schema: {
      ...own,
      ...(names.length === 0 ? {} : { required: names }),
      properties: { ...(isObject(own.properties) ? own.properties : {}), ...(isObject(properties) ? properties : {}) },
    },
  }
  const pages = (foreign.form as unknown as FormLayout).pages.map(page => {
    const id = freeId(next, 'page', page.id)
    next = withWords(next, `page.${id}`, said(foreign.words[`page.${page.id}`] ?? id))
    return { ...page, id, items: page.items?.map(renamed) ?? [] }
  })
  function renamed(item: ItemLayout): ItemLayout {
    if (!isGroup(item)) return 'items' in item ? { ...item, items: item.items.map(renamed) } : item
    const group = freeId(next, 'group', item.group)
    next = withWords(next, `group.${group}`, said(foreign.words[`group.${item.group}`] ?? group))
    return { ...item, group, items: item.items.map(renamed) }
  }
  for (const [key, text] of Object.entries(foreign.words)) {
    if (!key.startsWith('page.') && !key.startsWith('group.')) next = withWords(next, key, said(text))
  }
  const all = [...draft.form.pages.slice(0, index), ...pages, ...draft.form.pages.slice(index)]
  return keptWhole(draft, made({ ...next, form: { ...draft.form, pages: all } }, [index]))
}

const said = (text: string) => spoken(() => text)
