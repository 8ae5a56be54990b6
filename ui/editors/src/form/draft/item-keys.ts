import { type FormLayout, isGroup } from '@tereze/forms'
import { allItems, type Place, placeKey } from './place.ts'

/** Keys by which lists know what stands in a form: they stay when it is moved, so that the focus goes with it. */
export interface ItemKeys {
  /** The key of what stands at a place; an empty text where nothing does. */
  readonly keyOf: (place: Place) => string
  /** The place of a key, null when it is gone. */
  readonly placeOf: (key: string) => Place | null
}

/** The keys of a form: by the ids of pages and groups, by the data of questions; a second of the same has its number. */
export function itemKeys(form: FormLayout): ItemKeys {
  const places = new Map<string, Place>()
  const keys = new Map<string, string>()
  const enter = (name: string, place: Place) => {
    let key = name
    for (let number = 2; places.has(key); number += 1) key = `${name} ${number}`
    places.set(key, place)
    keys.set(placeKey(place), key)
  }
  form.pages.forEach((page, index) => {
    enter(`page ${page.id}`, [index])
  })
  for (const { item, place, template } of allItems(form)) {
    enter(isGroup(item) ? `group ${item.group}` : `field ${template.join('/')}`, place)
  }
  return { keyOf: place => keys.get(placeKey(place)) ?? '', placeOf: key => places.get(key) ?? null }
}
