import { type FormLayout, type ItemLayout, isGroup, isRepeat, type PageLayout, pointerSteps } from '@tereze/forms'

/** Where something stands in a layout: the number of its page, then numbers of items inside one another. */
export type Place = readonly number[]

/** A place as text, for keys of lists and as an attribute: `0/2/1`. */
export function placeKey(place: Place): string {
  return place.join('/')
}

/** The place that a text names. */
export function placeOfKey(key: string): Place {
  return key.split('/').map(Number)
}

/** The page at a place, null when the place names none. */
export function pageAt(form: FormLayout, place: Place): PageLayout | null {
  return form.pages[place[0] ?? -1] ?? null
}

/** The item at a place of two steps or more; null when nothing stands there. */
export function itemAt(form: FormLayout, place: Place): ItemLayout | null {
  if (place.length < 2) return null
  return itemsIn(form, place.slice(0, -1))?.[place.at(-1) as number] ?? null
}

/** What stands on a page, in a group or in a repetition; null for a question and for a page that ends the form. */
export function itemsIn(form: FormLayout, container: Place): readonly ItemLayout[] | null {
  let items = pageAt(form, container)?.items ?? null
  for (const index of container.slice(1)) {
    const item = items?.[index]
    items = item !== undefined && (isGroup(item) || isRepeat(item)) ? item.items : null
  }
  return items
}

/** The form with other items on a page, in a group or in a repetition. */
export function withItems(form: FormLayout, container: Place, items: readonly ItemLayout[]): FormLayout {
  const [page = 0, ...inner] = container
  return {
    ...form,
    pages: form.pages.map((one, index) =>
      index === page ? { ...one, items: replaced(one.items ?? [], inner, items) } : one,
    ),
  }
}

function replaced(items: readonly ItemLayout[], place: Place, by: readonly ItemLayout[]): readonly ItemLayout[] {
  const [index, ...rest] = place
  if (index === undefined) return by
  return items.map((item, at) =>
    at === index && (isGroup(item) || isRepeat(item)) ? { ...item, items: replaced(item.items, rest, by) } : item,
  )
}

/** The form with another item at a place. */
export function withItem(form: FormLayout, place: Place, item: ItemLayout): FormLayout {
  const container = place.slice(0, -1)
  const items = [...(itemsIn(form, container) ?? [])]
  items[place.at(-1) as number] = item
  return withItems(form, container, items)
}

/** The form with another page at a place. */
export function withPage(form: FormLayout, place: Place, page: PageLayout): FormLayout {
  return { ...form, pages: form.pages.map((one, index) => (index === place[0] ? page : one)) }
}

/** An item with its place and where its data stand: names from the top of the data, `*` for any element of a list. */
export interface Placed {
  readonly place: Place
  readonly item: ItemLayout
  /** For a group: of what is around it. */
  readonly template: readonly string[]
}

/** Every item of a form in the order in which they are asked, groups and repetitions before what is in them. */
export function allItems(form: FormLayout): Placed[] {
  return form.pages.flatMap((page, index) => itemsUnder(page.items ?? [], [index], []))
}

/** Items with what is inside them; `template` is where the data around them stand. */
export function itemsUnder(items: readonly ItemLayout[], container: Place, template: readonly string[]): Placed[] {
  return items.flatMap((item, index) => {
    const place = [...container, index]
    if (isGroup(item)) return [{ place, item, template }, ...itemsUnder(item.items, place, template)]
    const own = [...template, ...pointerSteps(item.field)]
    return [{ place, item, template: own }, ...(isRepeat(item) ? itemsUnder(item.items, place, [...own, '*']) : [])]
  })
}

/** Where the data of what is in a container stand: none on a page, `['employers', '*']` in a repetition. */
export function templateIn(form: FormLayout, container: Place): readonly string[] {
  let template: readonly string[] = []
  for (let length = 2; length <= container.length; length += 1) {
    const item = itemAt(form, container.slice(0, length))
    if (item !== null && isRepeat(item)) template = [...template, ...pointerSteps(item.field), '*']
  }
  return template
}

/** Where the data of the item at a place stand; for a group and a page: of what is around it. */
export function templateAt(form: FormLayout, place: Place): readonly string[] {
  const around = templateIn(form, place.slice(0, -1))
  const item = itemAt(form, place)
  return item === null || isGroup(item) ? around : [...around, ...pointerSteps(item.field)]
}

/** The place that a JSON Pointer into a form leads to, or the nearest around it: `/pages/0/items/2/when`; null when it leads to none. */
export function placeOfPointer(pointer: string): Place | null {
  const [first, page, ...rest] = pointerSteps(pointer)
  if (first !== 'pages' || page === undefined || !/^\d+$/.test(page)) return null
  const place = [Number(page)]
  for (let at = 0; rest[at] === 'items' && /^\d+$/.test(rest[at + 1] ?? ''); at += 2) place.push(Number(rest[at + 1]))
  return place
}
