import type { Feature, Name } from '@tereze/record-matching'
import type { Matching } from '../definition/definition.ts'

/** Values at a pointer; `*` stands for every element. */
export function valuesAt(data: unknown, pointer: string): unknown[] {
  let values: unknown[] = [data]
  for (const part of pointer.split('/').slice(1)) {
    values = values.flatMap(value => {
      if (typeof value !== 'object' || value === null) return []
      if (part === '*') return Array.isArray(value) ? value : []
      const member = (value as Record<string, unknown>)[part]
      return member === undefined || member === null ? [] : [member]
    })
  }
  return values
}

const isName = (value: unknown): value is Name =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Name).family === 'string' &&
  typeof (value as Name).given === 'string'

/** What a record is compared by. */
export function featuresOf({ features }: Matching, data: unknown): Feature[] {
  return features.map(({ id, as, pointers }) => {
    const values = pointers.flatMap(pointer => valuesAt(data, pointer))
    return as === 'person-name'
      ? { id, as, values: values.filter(isName) }
      : { id, as, values: values.filter(value => typeof value === 'string' && value !== '') as string[] }
  })
}
