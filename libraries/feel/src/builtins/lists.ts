import { toInteger } from '../values/arithmetic.ts'
import { compareValues, equalValues } from '../values/compare.ts'
import type { FeelNumber } from '../values/decimal.ts'
import type { CallSite, FeelFunction as FunctionValue } from '../values/function.ts'
import { costOf } from '../values/meter.ts'
import { type FeelValue, isList } from '../values/value.ts'
import { type BuiltinFunction, builtin, overload } from './define.ts'

type List = readonly FeelValue[]

/** Raised inside a sort when the function does not give a boolean; caught where the sort began. */
class NoOrder extends Error {}

/** The place of a one-based position, counted from the end when negative; undefined when it is outside. */
function indexOf(list: List, position: FeelNumber, extra = 0): number | undefined {
  const at = toInteger(position)
  if (at === null || at === 0) return undefined
  const index = at > 0 ? at - 1 : list.length + at
  return index >= 0 && index < list.length + extra ? index : undefined
}

function extreme(list: List, sign: 1 | -1, site: CallSite): FeelValue | undefined {
  let best: FeelValue | undefined
  for (const item of list) {
    site.spend(1 + costOf(item))
    if (item === null) return undefined
    if (best === undefined) {
      if (compareValues(item, item) === null) return undefined
      best = item
      continue
    }
    const order = compareValues(item, best)
    if (order === null) return undefined
    if (order * sign > 0) best = item
  }
  return best ?? null
}

/** `all` and `any` over a list, in ternary logic. */
function quantify(list: List, decisive: boolean): FeelValue | undefined {
  let unknown = false
  for (const item of list) {
    if (item === decisive) return decisive
    if (item === null) unknown = true
    else if (typeof item !== 'boolean') unknown = true
  }
  return unknown ? null : !decisive
}

/** A function that takes a list, or its items one by one. */
function overItems(name: string, run: (list: List, site: CallSite) => FeelValue | undefined): BuiltinFunction {
  return builtin(
    name,
    overload({ list: 'list' }, ([list], site) => run(list as List, site)),
    overload({ '...items': 'any' }, ([items], site) => run(items as List, site)),
  )
}

function distinct(items: Iterable<FeelValue>, site: CallSite): FeelValue[] {
  const found: FeelValue[] = []
  const seen = new Set<FeelValue>()
  const complex: FeelValue[] = []
  for (const item of items) {
    const simple = item === null || typeof item !== 'object'
    site.spend(simple ? 3 + costOf(item) : 1 + complex.length)
    if (simple ? seen.has(item) : complex.some(other => equalValues(item, other, site) === true)) continue
    if (simple) seen.add(item)
    else complex.push(item)
    found.push(item)
  }
  return found
}

function flatten(list: List, site: CallSite): FeelValue[] {
  const found: FeelValue[] = []
  const open: { readonly items: List; at: number }[] = [{ items: list, at: 0 }]
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    if (top.at === top.items.length) {
      open.pop()
      continue
    }
    const item = top.items[top.at] as FeelValue
    top.at += 1
    site.spend(1)
    if (isList(item)) open.push({ items: item, at: 0 })
    else found.push(item)
  }
  return found
}

function joined(lists: readonly List[], site: CallSite): FeelValue[] {
  for (const list of lists) site.spend(costOf(list))
  return lists.flat() as FeelValue[]
}

function call(fn: FunctionValue, args: FeelValue[], site: CallSite): FeelValue | undefined {
  if (fn.parameters !== null && fn.parameters.length !== args.length) return undefined
  return fn.invoke(args, site)
}

function sorted(list: List, precedes: FunctionValue | undefined, site: CallSite): FeelValue | undefined {
  try {
    // A stable merge sort of the engine; only "precedes" is asked, so that equal items keep their order.
    return list.slice().sort((a, b) => {
      site.spend(2 + costOf(a))
      if (precedes === undefined) {
        const order = compareValues(a, b)
        if (order === null) throw new NoOrder()
        return order
      }
      if (truth(call(precedes, [a, b], site))) return -1
      return truth(call(precedes, [b, a], site)) ? 1 : 0
    })
  } catch (fault) {
    if (fault instanceof NoOrder) return undefined
    throw fault
  }
}

function isEqual(item: FeelValue, to: FeelValue, site: CallSite): boolean {
  site.spend(1 + costOf(item))
  return equalValues(item, to, site) === true
}

function truth(value: FeelValue | undefined): boolean {
  if (typeof value !== 'boolean') throw new NoOrder()
  return value
}

function replaced(list: List, match: FunctionValue, by: FeelValue, site: CallSite): FeelValue | undefined {
  const items: FeelValue[] = []
  for (const item of list) {
    const matched = call(match, [item, by], site)
    if (typeof matched !== 'boolean') return undefined
    items.push(matched ? by : item)
  }
  return items
}

/** Built-in functions on lists (DMN 1.5 §10.3.4.4); those that calculate are in `statistics.ts`. */
export const listFunctions: readonly BuiltinFunction[] = [
  builtin(
    'list contains',
    overload({ list: 'list', element: 'any' }, ([list, element], site) =>
      (list as List).some(item => isEqual(item, element as FeelValue, site)),
    ),
  ),
  builtin(
    'count',
    overload({ list: 'list' }, ([list]) => (list as List).length, true),
    overload({ '...items': 'any' }, ([items]) => (items as List).length, true),
  ),
  overItems('min', (list, site) => extreme(list, -1, site)),
  overItems('max', (list, site) => extreme(list, 1, site)),
  overItems('all', list => quantify(list, false)),
  overItems('any', list => quantify(list, true)),
  builtin(
    'sublist',
    overload({ list: 'list', 'start position': 'number', 'length?': 'number' }, ([list, start, length]) => {
      const from = indexOf(list as List, start as FeelNumber)
      if (from === undefined) return undefined
      if (length === undefined) return (list as List).slice(from)
      const count = toInteger(length as FeelNumber)
      return count === null || count < 1 || from + count > (list as List).length
        ? undefined
        : (list as List).slice(from, from + count)
    }),
  ),
  builtin(
    'append',
    overload({ list: 'list', '...item': 'any' }, ([list, items]) => [...(list as List), ...(items as List)]),
  ),
  builtin(
    'concatenate',
    overload({ '...list': 'list' }, ([lists], site) => joined(lists as readonly List[], site)),
  ),
  builtin(
    'insert before',
    overload({ list: 'list', position: 'number', newItem: 'any' }, ([list, position, item]) => {
      const at = indexOf(list as List, position as FeelNumber)
      return at === undefined ? undefined : (list as List).toSpliced(at, 0, item as FeelValue)
    }),
  ),
  builtin(
    'remove',
    overload({ list: 'list', position: 'number' }, ([list, position]) => {
      const at = indexOf(list as List, position as FeelNumber)
      return at === undefined ? undefined : (list as List).toSpliced(at, 1)
    }),
  ),
  builtin(
    'list replace',
    overload({ list: 'list', position: 'number', newItem: 'any' }, ([list, position, item]) => {
      const at = indexOf(list as List, position as FeelNumber)
      return at === undefined ? undefined : (list as List).with(at, item as FeelValue)
    }),
    overload({ list: 'list', match: 'function', newItem: 'any' }, ([list, match, item], site) =>
      replaced(list as List, match as FunctionValue, item as FeelValue, site),
    ),
  ),
  builtin(
    'reverse',
    overload({ list: 'list' }, ([list]) => (list as List).toReversed()),
  ),
  builtin(
    'index of',
    overload({ list: 'list', match: 'any' }, ([list, match], site) => {
      const places: number[] = []
      for (const [i, item] of (list as List).entries()) if (isEqual(item, match as FeelValue, site)) places.push(i + 1)
      return places
    }),
  ),
  builtin(
    'union',
    overload({ '...list': 'list' }, ([lists], site) => distinct(joined(lists as readonly List[], site), site)),
  ),
  builtin(
    'distinct values',
    overload({ list: 'list' }, ([list], site) => distinct(list as List, site)),
  ),
  builtin(
    'flatten',
    overload({ list: 'list' }, ([list], site) => flatten(list as List, site)),
  ),
  builtin(
    'sort',
    overload({ list: 'list', precedes: 'function' }, ([list, precedes], site) =>
      sorted(list as List, precedes as FunctionValue, site),
    ),
    overload({ list: 'list' }, ([list], site) => sorted(list as List, undefined, site)),
  ),
]
