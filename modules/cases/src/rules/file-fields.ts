import { type FormLayout, type ItemLayout, isGroup, isRepeat } from '@tereze/forms'
import { readAt } from './pointer.ts'

type Data = Readonly<Record<string, unknown>>

function fieldsIn(items: readonly ItemLayout[], base: string, data: Data): string[] {
  return items.flatMap(item => {
    if (isGroup(item)) return fieldsIn(item.items, base, data)
    const pointer = base + item.field
    if (!isRepeat(item)) return item.as === 'files' ? [pointer] : []
    const list = readAt(data, pointer)
    return Array.isArray(list) ? list.flatMap((_, index) => fieldsIn(item.items, `${pointer}/${index}`, data)) : []
  })
}

/** Pointers of the fields of a form that take files, in its order; inside a list once for each of its elements. */
export function fileFields(layout: FormLayout, data: Data): string[] {
  return layout.pages.flatMap(page => fieldsIn(page.items ?? [], '', data))
}
