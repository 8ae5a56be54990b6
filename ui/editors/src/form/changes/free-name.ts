import { isObject } from '@tereze/forms'
import { schemaOf } from '../draft/data-schema.ts'
import type { FormDraft } from '../draft/form-draft.ts'
import { allItems } from '../draft/place.ts'
import { dotted } from '../draft/words.ts'

/** A name of data: FEEL reads it without blanks, keys of words and pointers carry it as it is. */
const nameForm = /^[a-z][A-Za-z0-9]*$/
/** Words of FEEL's own, which a name at the top of the data or of an element may not be. */
const taken = new Set(
  'and or not in if then else for return some every satisfies between instance of function external true false null item'.split(
    ' ',
  ),
)

/** Whether a text may be the name of data. */
export function mayBeName(name: string): boolean {
  return nameForm.test(name) && !taken.has(name)
}

/** Whether data of this name stand at a template, in the schema or in the form. */
export function isNameTaken(draft: FormDraft, holder: readonly string[], name: string): boolean {
  const properties = schemaOf(draft.schema, holder)?.properties
  if (isObject(properties) && Object.hasOwn(properties, name)) return true
  const path = dotted([...holder, name])
  return allItems(draft.form).some(({ item, template }) => 'field' in item && dotted(template) === path)
}

/** A name of data that is free at a template: the wished one, or with a number. */
export function freeName(draft: FormDraft, holder: readonly string[], wish: string): string {
  const stem = wish.replace(/\d+$/, '')
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem}${number}`
    if (mayBeName(name) && !isNameTaken(draft, holder, name)) return name
    if (number === 1 && !mayBeName(stem)) return freeName(draft, holder, 'answer')
  }
}

/** An id of a page or a group that none of the form has: the wished one, or with a number. */
export function freeId(draft: FormDraft, kind: 'page' | 'group', wish: string): string {
  const own =
    kind === 'page'
      ? draft.form.pages.map(page => page.id)
      : allItems(draft.form).flatMap(({ item }) => ('group' in item ? [item.group] : []))
  const stem = wish.replace(/-\d+$/, '')
  const isFree = (id: string) => !own.includes(id) && !(`${kind}.${id}` in draft.words.en)
  if (isFree(stem)) return stem
  let number = 2
  while (!isFree(`${stem}-${number}`)) number += 1
  return `${stem}-${number}`
}
