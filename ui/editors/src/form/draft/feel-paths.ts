import { compileExpression, references } from '@tereze/feel'
import { type FormLayout, type ItemLayout, isGroup, isRepeat } from '@tereze/forms'
import { allItems, itemsUnder, type Place, type Placed } from './place.ts'

/** The members of a layout that are FEEL. */
export const feelMembers = ['when', 'from', 'calculate', 'check'] as const

/** One of {@link feelMembers}. */
export type FeelMember = (typeof feelMembers)[number]

/** An expression of a form and where it stands. */
export interface PlacedExpression {
  readonly place: Place
  readonly member: FeelMember
  readonly text: string
  /** Where `item` stands in the data; null outside of any repetition. */
  readonly element: readonly string[] | null
}

/** Every expression of a form. */
export function expressionsOf(form: FormLayout): PlacedExpression[] {
  const ofPages = form.pages.flatMap((page, index): PlacedExpression[] =>
    page.when === undefined ? [] : [{ place: [index], member: 'when', text: page.when, element: null }],
  )
  return [...ofPages, ...allItems(form).flatMap(expressionsOfItem)]
}

/** The expressions of one item. */
function expressionsOfItem(placed: Placed): PlacedExpression[] {
  const last = placed.template.lastIndexOf('*')
  const element = last < 0 ? null : placed.template.slice(0, last + 1)
  return feelMembers.flatMap(member => {
    const text = (placed.item as Partial<Record<FeelMember, string>>)[member]
    return text === undefined ? [] : [{ place: placed.place, member, text, element }]
  })
}

/** What an expression reads, from the top of the data; none where it cannot be read. */
export function readsOf({ text, element }: Pick<PlacedExpression, 'text' | 'element'>): readonly (readonly string[])[] {
  return pathsIn(text).map(path => (path[0] === 'item' && element !== null ? [...element, ...path.slice(1)] : path))
}

/** The paths of expressions read before: a form of hundreds of conditions is looked through after every change. */
const known = new Map<string, readonly (readonly string[])[]>()
const mostKnown = 2000

function pathsIn(text: string): readonly (readonly string[])[] {
  const before = known.get(text)
  if (before !== undefined) return before
  const compiled = compileExpression(text)
  const paths = compiled.ok ? references(compiled.expression) : []
  if (known.size >= mostKnown) known.clear()
  known.set(text, paths)
  return paths
}

/** Whether one path, a star standing for any element, is the other or a part of it. Elements of a list are read through its name. */
export function touches(read: readonly string[], template: readonly string[]): boolean {
  const names = template.filter(step => step !== '*')
  const path = read.filter(step => step !== '*')
  return path.slice(0, names.length).every((step, index) => step === names[index])
}

/** The expressions that read the data at a template, other than those of the items at and inside a place. */
export function readersOf(form: FormLayout, template: readonly string[], except: Place): PlacedExpression[] {
  const inside = (place: Place) => except.every((step, index) => place[index] === step)
  return expressionsOf(form).filter(
    one =>
      !(except.length > 0 && inside(one.place)) &&
      readsOf(one).some(read => touches(read, template) && read.length >= template.filter(step => step !== '*').length),
  )
}

/** Whether an item, or what is inside it, speaks of the element of the repetition around it. */
export function speaksOfElement(item: ItemLayout): boolean {
  return itemsUnder([item], [], []).some(({ item: one, place }) =>
    // Inside a repetition that moves as a whole `item` is its own element.
    place.length > 1 && isRepeat(item)
      ? false
      : feelMembers.some(member => {
          const text = (one as Partial<Record<FeelMember, string>>)[member]
          return text !== undefined && pathsIn(text).some(path => path[0] === 'item')
        }),
  )
}

/** The items of a container that hold others. */
export function holds(item: ItemLayout): boolean {
  return isGroup(item) || isRepeat(item)
}
