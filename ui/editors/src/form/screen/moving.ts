import { FIELD_KINDS, type FieldKind } from '@tereze/forms'
import { useDragAndDrop } from 'react-aria-components'
import { addExitPage, addField, addGroup, addPage, addRepeat, type FirstWords, type Spot } from '../changes/add-item.ts'
import { moveItem, movePage } from '../changes/move-item.ts'
import type { Outcome } from '../changes/outcome.ts'
import type { FormDraft } from '../draft/form-draft.ts'
import { itemsIn, type Place, placeKey } from '../draft/place.ts'
import { firstWords } from '../words.ts'
import { type FormDesk, useDesk } from './form-desk.ts'

/** What can be added to a form. */
export type Addable = FieldKind | 'group' | 'repeat' | 'page' | 'exit'

/** Everything that can be added, in the order of the palette. */
export const addables: readonly Addable[] = [...FIELD_KINDS, 'group', 'repeat', 'page', 'exit']

const itemType = 'application/x-tereze-form-item'
const kindType = 'application/x-tereze-form-kind'

/** Adds something at a spot; a page stands behind the page of the spot. */
export function addAt(draft: FormDraft, spot: Spot, what: Addable): Outcome {
  const page = (spot.container[0] ?? 0) + 1
  const words: FirstWords = firstWords(
    what === 'group' || what === 'repeat' || what === 'page' || what === 'exit' ? undefined : what,
  )
  switch (what) {
    case 'group':
      return addGroup(draft, spot, words)
    case 'repeat':
      return addRepeat(draft, spot, words)
    case 'page':
      return addPage(draft, page, words)
    case 'exit':
      return addExitPage(draft, page, words)
    default:
      return addField(draft, spot, what, words)
  }
}

/** Where something is added when a place is selected: behind it; inside a page, a group or a repetition, as their last. */
export function spotBehind(draft: FormDraft, place: Place): Spot {
  const inside = itemsIn(draft.form, place)
  if (inside !== null) return { container: place, index: inside.length }
  if (place.length > 1) return { container: place.slice(0, -1), index: (place.at(-1) as number) + 1 }
  // Behind a page that ends the form questions stand on the nearest page that asks.
  const pages = draft.form.pages
  const page = pages.findLastIndex((one, index) => index <= (place[0] ?? 0) && one.items !== undefined)
  const found = page < 0 ? pages.findIndex(one => one.items !== undefined) : page
  return { container: [found], index: pages[found]?.items?.length ?? 0 }
}

interface Target {
  readonly place: Place
  readonly position: 'before' | 'after' | 'on'
}

function spotOf(draft: FormDraft, { place, position }: Target): Spot {
  if (position === 'on') return spotBehind(draft, place)
  const index = place.at(-1) as number
  if (place.length > 1) return { container: place.slice(0, -1), index: position === 'before' ? index : index + 1 }
  // Between two pages: the end of the page before, or the beginning of the first.
  const page = position === 'before' ? index - 1 : index
  return page < 0 ? { container: [0], index: 0 } : spotBehind(draft, [page])
}

/** What is dropped at a target: an item moves there, a kind of the palette is added there. */
function dropped(
  desk: FormDesk,
  target: Target,
  what: { readonly item?: string; readonly kind?: string },
): Outcome | null {
  const { draft, neighbours } = desk
  if (what.kind !== undefined) return addAt(draft, spotOf(draft, target), what.kind as Addable)
  if (what.item === undefined) return null
  const from = desk.keys.placeOf(what.item)
  if (from === null) return null
  if (from.length > 1) return moveItem(draft, from, spotOf(draft, target), neighbours)
  const to = target.place[0] ?? 0
  const page = from[0] ?? 0
  const index = target.position === 'after' ? to + 1 : to
  return movePage(draft, page, index > page ? index - 1 : index)
}

/** Drag and drop of the structure and of the canvas, by pointer and by keyboard. */
export function useMoving(textOf: (key: string) => string) {
  const desk = useDesk()
  return useDragAndDrop({
    isDisabled: desk.readOnly,
    getItems: keys => [...keys].map(key => ({ [itemType]: String(key), 'text/plain': textOf(String(key)) })),
    acceptedDragTypes: [itemType, kindType],
    getDropOperation: (target, types) => {
      if (target.type === 'root') return 'cancel'
      const place = desk.keys.placeOf(String(target.key))
      const holds = place !== null && itemsIn(desk.draft.form, place) !== null
      if (target.dropPosition === 'on' && !holds) return 'cancel'
      return types.has(kindType) ? 'copy' : 'move'
    },
    async onDrop({ items, target }) {
      if (target.type === 'root') return
      const [first] = items
      if (first === undefined || first.kind !== 'text') return
      const what = first.types.has(kindType)
        ? { kind: await first.getText(kindType) }
        : { item: await first.getText(itemType) }
      const place = desk.keys.placeOf(String(target.key))
      const outcome = place === null ? null : dropped(desk, { place, position: target.dropPosition }, what)
      if (outcome !== null) desk.apply(outcome)
    },
  })
}

/** The kinds of the palette are dragged into the form. */
export function useAdding() {
  const { readOnly } = useDesk()
  return useDragAndDrop({
    isDisabled: readOnly,
    getItems: keys => [...keys].map(key => ({ [kindType]: String(key), 'text/plain': String(key) })),
    getAllowedDropOperations: () => ['copy'],
  })
}

/** The places that an item may be moved to by command: the end of every page, group and repetition. */
export function targetsOf(draft: FormDraft, from: Place): readonly Place[] {
  const containers: Place[] = []
  const visit = (place: Place) => {
    const items = itemsIn(draft.form, place)
    if (items === null || placeKey(place) === placeKey(from)) return
    if (placeKey(place) !== placeKey(from.slice(0, -1))) containers.push(place)
    items.forEach((_, index) => {
      visit([...place, index])
    })
  }
  draft.form.pages.forEach((_, index) => {
    visit([index])
  })
  return containers
}
