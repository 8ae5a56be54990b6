import { type ItemLayout, isGroup, pointerSteps, toPointer } from '@tereze/forms'
import { isRequired, schemaOf, withNewData, withoutData, withRequired } from '../draft/data-schema.ts'
import { readersOf, speaksOfElement } from '../draft/feel-paths.ts'
import type { FormDraft } from '../draft/form-draft.ts'
import type { Neighbours } from '../draft/neighbours.ts'
import { itemAt, itemsIn, itemsUnder, type Place, templateIn, withItems } from '../draft/place.ts'
import { withWordsMoved } from '../draft/words.ts'
import type { Spot } from './add-item.ts'
import { freeName } from './free-name.ts'
import { keptWhole } from './kept-whole.ts'
import { made, type Outcome, refused } from './outcome.ts'

/**
 * Moves an item before another of the same or another page, group or repetition. Into a repetition, or out of one, its data and words move
 * with it: then nothing may read them yet.
 */
export function moveItem(draft: FormDraft, from: Place, to: Spot, neighbours: Neighbours): Outcome {
  const item = itemAt(draft.form, from)
  const source = from.slice(0, -1)
  if (item === null || itemsIn(draft.form, to.container) === null) return refused('no-place')
  if (from.every((step, index) => step === to.container[index])) return refused('into-itself')
  const around = templateIn(draft.form, source)
  const target = templateIn(draft.form, to.container)
  const sameHolder = around.join('/') === target.join('/')
  const moved = sameHolder ? { draft, item } : withDataMoved(draft, from, target, neighbours)
  if ('ok' in moved) return moved
  return keptWhole(draft, relocated(moved.draft, from, to, moved.item))
}

/** Moves an item by one place up or down among those around it. */
export function moveBy(draft: FormDraft, place: Place, by: -1 | 1, neighbours: Neighbours): Outcome {
  if (place.length === 1) return movePage(draft, place[0] as number, (place[0] as number) + by)
  const container = place.slice(0, -1)
  const index = place.at(-1) as number
  const count = itemsIn(draft.form, container)?.length ?? 0
  if (index + by < 0 || index + by >= count) return refused('no-place')
  return moveItem(draft, place, { container, index: by < 0 ? index - 1 : index + 2 }, neighbours)
}

/** Moves a page to stand at another number. */
export function movePage(draft: FormDraft, from: number, to: number): Outcome {
  const pages = [...draft.form.pages]
  if (pages[from] === undefined || to < 0 || to >= pages.length) return refused('no-place')
  const [page] = pages.splice(from, 1)
  if (page !== undefined) pages.splice(to, 0, page)
  return made({ ...draft, form: { ...draft.form, pages } }, [to])
}

/** Takes the item out and puts it in again: the place may have moved by what was taken out before it. */
function relocated(draft: FormDraft, from: Place, to: Spot, item: ItemLayout): Outcome {
  const source = from.slice(0, -1)
  const index = from.at(-1) as number
  const items = itemsIn(draft.form, source) ?? []
  const isSame = source.length === to.container.length && source.every((step, at) => step === to.container[at])
  if (isSame) {
    const rest = items.filter((_, at) => at !== index)
    const at = Math.max(0, Math.min(to.index > index ? to.index - 1 : to.index, rest.length))
    const form = withItems(draft.form, source, [...rest.slice(0, at), item, ...rest.slice(at)])
    return made({ ...draft, form }, [...source, at])
  }
  if (items.length === 1) return refused('last-item')
  const without = withItems(
    draft.form,
    source,
    items.filter((_, at) => at !== index),
  )
  const container = shifted(to.container, source, index)
  const others = itemsIn(without, container)
  if (others === null) return refused('no-place')
  const at = Math.max(0, Math.min(to.index, others.length))
  const form = withItems(without, container, [...others.slice(0, at), item, ...others.slice(at)])
  return made({ ...draft, form }, [...container, at])
}

/** A place after an item was taken out of a container that it may lead through. */
function shifted(place: Place, source: Place, index: number): Place {
  const leads = source.every((step, at) => step === place[at])
  const step = place[source.length]
  if (!leads || step === undefined || step <= index) return place
  return [...place.slice(0, source.length), step - 1, ...place.slice(source.length + 1)]
}

/** The draft in which the data of the item at a place stand at another template, and the item as it is then. */
function withDataMoved(
  draft: FormDraft,
  from: Place,
  target: readonly string[],
  neighbours: Neighbours,
): { draft: FormDraft; item: ItemLayout } | Outcome {
  const item = itemAt(draft.form, from)
  if (item === null) return refused('no-place')
  if (speaksOfElement(item)) return refused('speaks-of-element')
  const around = templateIn(draft.form, from.slice(0, -1))
  for (const one of itemsUnder([item], [], around)) {
    if (isGroup(one.item)) continue
    const readers = readersOf(draft.form, one.template, [])
    if (readers.length > 0) return refused('is-read', { names: readers.map(({ text }) => text).join('; ') })
    const [path] = neighbours.speakingOf(one.template)
    if (path !== undefined) return refused('asked-elsewhere', { path })
  }
  return moveData(draft, item, around, target)
}

function moveData(
  draft: FormDraft,
  item: ItemLayout,
  around: readonly string[],
  target: readonly string[],
): { draft: FormDraft; item: ItemLayout } | Outcome {
  if (isGroup(item)) {
    let next = draft
    const items: ItemLayout[] = []
    for (const inner of item.items) {
      const one = moveData(next, inner, around, target)
      if ('ok' in one) return one
      next = one.draft
      items.push(one.item)
    }
    return { draft: next, item: { ...item, items } }
  }
  const steps = pointerSteps(item.field)
  const before = [...around, ...steps]
  const node = schemaOf(draft.schema, before)
  if (node === null) return refused('schema-shared')
  const name = freeName(draft, target, steps.at(-1) ?? 'answer')
  const after = [...target, name]
  const required = isRequired(draft.schema, before)
  const schema = withRequired(withNewData(withoutData(draft.schema, before), after, node), after, required)
  return { draft: withWordsMoved({ ...draft, schema }, before, after), item: { ...item, field: toPointer([name]) } }
}
