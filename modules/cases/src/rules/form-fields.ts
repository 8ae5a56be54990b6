import { readAt, writeAt } from './pointer.ts'

interface Item {
  readonly field?: string
  readonly items?: readonly Item[]
}

function fieldsIn(items: readonly Item[]): string[] {
  return items.flatMap(item => (item.field === undefined ? fieldsIn(item.items ?? []) : [item.field]))
}

/** Pointers of the fields that a form has, in its order; of a repeated group the list's own. */
export function formFields(layout: unknown): string[] {
  const pages = (layout as { pages?: readonly { items?: readonly Item[] }[] } | undefined)?.pages ?? []
  return pages.flatMap(page => fieldsIn(page.items ?? []))
}

/** Of some data only what a form has fields for: what was really answered. */
export function pickFields(layout: unknown, data: Record<string, unknown>): Record<string, unknown> {
  return formFields(layout).reduce<Record<string, unknown>>((picked, pointer) => {
    const value = readAt(data, pointer)
    return value === undefined || value === null ? picked : writeAt(picked, pointer, value)
  }, {})
}
