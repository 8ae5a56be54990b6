import { isList, type Json, type JsonObject, pointerSteps, valueAt, withValueAt } from '@tereze/forms'

/** The draft with one more element at a repeated item; its key is the first number that is not taken. */
export function addElement(draft: JsonObject, pointer: string, key = 'key'): JsonObject {
  const steps = pointerSteps(pointer)
  const found = valueAt(draft, steps)
  const list: readonly Json[] = isList(found) ? found : []
  const taken = new Set(list.map(element => valueAt(element, [key])))
  let number = list.length + 1
  while (taken.has(String(number))) number += 1
  return withValueAt(draft, steps, [...list, { [key]: String(number) }]) as JsonObject
}

/** The draft without the element at `pointer` (`/employers/1`). */
export function removeElement(draft: JsonObject, pointer: string): JsonObject {
  const steps = pointerSteps(pointer)
  const index = Number(steps.at(-1))
  const found = valueAt(draft, steps.slice(0, -1))
  if (!isList(found)) return draft
  return withValueAt(
    draft,
    steps.slice(0, -1),
    found.filter((_, place) => place !== index),
  ) as JsonObject
}
