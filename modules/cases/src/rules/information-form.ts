import type { FieldLayout, FormLayout, ItemLayout } from '@tereze/forms'

function fieldsIn(items: readonly ItemLayout[]): FieldLayout[] {
  return items.flatMap(item => ('group' in item ? fieldsIn(item.items) : item.as === 'repeat' ? [] : [item]))
}

/** The fields of forms that may be asked one by one, each once: lists and what is computed may not. */
export function askableFields(layouts: readonly FormLayout[]): FieldLayout[] {
  const known = new Set<string>()
  return layouts
    .flatMap(layout => layout.pages.flatMap(page => fieldsIn(page.items ?? [])))
    .filter(({ field, calculate }) => {
      if (calculate !== undefined || known.has(field)) return false
      known.add(field)
      return true
    })
}

/** The form by which an applicant answers an official: in words, and the fields that were asked, whatever their conditions were. */
export function informationForm(layout: FormLayout, asked: readonly FieldLayout[]): FormLayout {
  if (asked.length === 0) return layout
  const fields = asked.map(({ when: _when, ...field }) => field)
  const [first, ...others] = layout.pages
  if (first === undefined) return layout
  const group = { group: 'asked-fields', items: fields }
  return { ...layout, pages: [{ ...first, items: [...(first.items ?? []), group] }, ...others] }
}
