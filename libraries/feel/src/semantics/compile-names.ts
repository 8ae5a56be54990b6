import type { Node } from '../syntax/tree.ts'
import type { FeelFunction } from '../values/function.ts'
import { costOf } from '../values/meter.ts'
import { entryOf, type FeelValue, isContext, isList, kindOf } from '../values/value.ts'
import type { Compiler } from './compile.ts'
import { propertyOf } from './properties.ts'
import type { Code, Frame } from './run.ts'

/** A name: an entry of a filter's item, a local value, data from outside, or a built-in function, in this order (DMN 1.5 §10.3.2.11). */
export function compileName(compiler: Compiler, node: Extract<Node, { kind: 'name' }>): Code {
  const { name } = node
  if (name === '?')
    return frame => (frame.run.input === undefined ? rootValue(frame, node, undefined) : frame.run.input)
  const places = compiler.scope.find(name)
  const last = places.at(-1)
  const builtin = compiler.surroundings.builtin(name)
  const outer: Code = last?.at === 'slot' ? slotCode(last.up, last.slot) : frame => rootValue(frame, node, builtin)
  return places
    .filter(place => place.at === 'item')
    .reduceRight<Code>((next, place) => {
      const item = slotCode(place.up, place.slot)
      return frame => {
        const value = item(frame)
        if (isContext(value)) {
          const entry = entryOf(value, name)
          if (entry !== undefined) return entry
        } else if (name !== 'item' && value !== null && typeof value === 'object') {
          frame.run.spend(2 + costOf(value))
          const property = propertyOf(value, name)
          if (property !== undefined) return property
        }
        return next(frame)
      }
    }, outer)
}

/** `object.name`: an entry of a context, of every item of a list, or a property of a value (DMN 1.5 §10.3.2.6). */
export function compilePath(compiler: Compiler, node: Extract<Node, { kind: 'path' }>): Code {
  const object = compiler.compile(node.object)
  const { name } = node
  return frame => {
    const value = object(frame)
    if (isContext(value)) {
      const entry = value[name]
      if (entry !== undefined && Object.hasOwn(value, name)) return entry
    }
    return pathValue(frame, value, node)
  }
}

function slotCode(up: number, slot: number): Code {
  if (up === 0) return frame => frame.slots[slot] ?? null
  if (up === 1) return frame => frame.parent?.slots[slot] ?? null
  return frame => {
    let at: Frame | null = frame
    for (let i = 0; i < up; i++) at = at?.parent ?? null
    return at?.slots[slot] ?? null
  }
}

function rootValue(frame: Frame, node: Extract<Node, { kind: 'name' }>, builtin: FeelFunction | undefined): FeelValue {
  const { root } = frame.run
  const value = root[node.name]
  if (value !== undefined && Object.hasOwn(root, node.name)) return value
  if (builtin !== undefined) return builtin
  return frame.run.warn('feel.name-unknown', node, { name: node.name })
}

function pathValue(frame: Frame, value: FeelValue, node: Extract<Node, { kind: 'path' }>): FeelValue {
  if (value === null) return null
  if (isList(value)) {
    const values: FeelValue[] = []
    for (const item of value) {
      frame.run.spend(1)
      values.push(isContext(item) ? (entryOf(item, node.name) ?? null) : pathValue(frame, item, node))
    }
    return values
  }
  frame.run.spend(2 + (isContext(value) ? 0 : costOf(value)))
  const property = isContext(value) ? undefined : propertyOf(value, node.name)
  if (property !== undefined) return property
  return frame.run.warn('feel.entry-unknown', node, { name: node.name, kind: kindOf(value) })
}
