import { objectIn } from '../plan.ts'
import type { Schema } from '../surroundings.ts'
import type { Hints } from './hints.ts'
import { storyDay, storyInstant } from './moment.ts'

/** What a text that is a reference stands for in a story, by what its ids begin with. */
export type References = Readonly<Record<string, string>>

function textFor(schema: Schema, name: string, references: References): string {
  const prefix = /^\^([a-z][a-z-]*)_/.exec(String(schema.pattern ?? ''))?.[1]
  if (prefix !== undefined) return references[prefix] ?? `${prefix}_01960000-0000-7000-8000-000000000001`
  if (schema.format === 'date') return storyDay
  if (schema.format === 'date-time') return storyInstant
  if (schema.pattern === '^[A-Z]{3}$') return references.currency ?? ''
  if (/^\^-\?\(0\|/.test(String(schema.pattern ?? ''))) return '1000.00'
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)} 1`
}

/** A value that fits a schema. */
export function sampleOf(schema: Schema, name: string, references: References): unknown {
  const own = objectIn(schema) ?? {}
  if (own.const !== undefined) return own.const
  if (Array.isArray(own.enum)) return own.enum[0]
  const type = Array.isArray(own.type) ? own.type.find(one => one !== 'null') : own.type
  switch (type) {
    case 'object': {
      const properties = (own.properties ?? {}) as Readonly<Record<string, Schema>>
      const must = (own.required ?? []) as readonly string[]
      return Object.fromEntries(
        Object.entries(properties)
          .filter(([member]) => must.includes(member))
          .map(([member, part]) => [member, sampleOf(part, member, references)]),
      )
    }
    case 'array':
      return []
    case 'integer':
    case 'number':
      return Math.max(1, Number(own.minimum ?? 1))
    case 'boolean':
      return false
    default:
      return textFor(own, name, references)
  }
}

function isNullable(schema: Schema): boolean {
  const alternatives = (schema.anyOf ?? schema.oneOf) as readonly Schema[] | undefined
  return (
    alternatives?.some(({ type }) => type === 'null') ?? (Array.isArray(schema.type) && schema.type.includes('null'))
  )
}

/** Values that a place of a schema may take, the most usual first. */
export function candidatesFor(schema: Schema, name: string, hints: Hints, references: References): unknown[] {
  const own = objectIn(schema) ?? {}
  const usual = sampleOf(schema, name, references)
  const type = Array.isArray(own.type) ? own.type.find(one => one !== 'null') : own.type
  const none = isNullable(schema) ? [null] : []
  const list = (): unknown[] => {
    if (own.const !== undefined) return [own.const]
    if (Array.isArray(own.enum)) return [...own.enum]
    switch (type) {
      case 'integer':
        return [usual, ...hints.numbers.filter(Number.isInteger), 2024, 2025, 2026]
      case 'number':
        return [usual, ...hints.numbers]
      case 'boolean':
        return [false, true]
      case 'array': {
        const items = (own.items ?? {}) as Schema
        const lengths = [
          0,
          1,
          2,
          3,
          4,
          5,
          ...hints.numbers.filter(number => Number.isInteger(number) && number > 5 && number < 30),
        ]
        const elements = elementsFor(items, name, hints, references)
        return lengths.flatMap(length =>
          length === 0 ? [[]] : elements.map(element => Array.from({ length }, () => element)),
        )
      }
      case 'string':
        if (own.format === 'date') return [storyDay, ...hints.dates]
        if (/^\^-?\??\(0\|/.test(String(own.pattern ?? '')) || /^\^-\?\(0\|/.test(String(own.pattern ?? '')))
          return [usual, ...hints.amounts]
        return own.pattern === undefined ? [usual, ...hints.texts] : [usual]
      default:
        return [usual]
    }
  }
  return [...list(), ...none]
}

/** Elements of a list: the usual one, and that with one member changed at a time. */
function elementsFor(items: Schema, name: string, hints: Hints, references: References): unknown[] {
  const usual = sampleOf(items, name, references)
  const properties = (objectIn(items)?.properties ?? {}) as Readonly<Record<string, Schema>>
  if (typeof usual !== 'object' || usual === null) return candidatesFor(items, name, hints, references).slice(0, 40)
  const changed = Object.entries(properties).flatMap(([member, part]) => {
    if (objectIn(part)?.type === 'object' || objectIn(part)?.type === 'array') return []
    return candidatesFor(part, member, hints, references)
      .slice(1, 30)
      .map(value => ({ ...usual, [member]: value }))
  })
  return [usual, ...changed].slice(0, 80)
}
