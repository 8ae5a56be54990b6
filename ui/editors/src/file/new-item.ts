import { isObject } from '@tereze/regulation'
import { blankOf, type Shape } from './shape.ts'

/** What elements of lists are called in ids of their own. */
const called: Readonly<Record<string, string>> = {
  people: 'person',
  access: 'right',
  actions: 'action',
  moments: 'moment',
  steps: 'step',
  rules: 'rule',
  parts: 'part',
  codes: 'code',
  payments: 'payment',
  records: 'record',
  sources: 'source',
}

/** A new element of a list: what must be there, empty, with an id that no other has. Ids of sources are FEEL names, which know no hyphen. */
export function newItem(shape: Shape, member: string, list: readonly unknown[]): unknown {
  const blank = blankOf(shape)
  if (shape.kind !== 'object' || !isObject(blank)) return blank
  const named = shape.members.find(({ name }) => name === 'id' || name === 'code')
  if (named?.shape.kind !== 'text') return blank
  const taken = new Set(list.map(one => (isObject(one) ? one[named.name] : undefined)))
  const name = called[member] ?? 'item'
  const hyphen = named.shape.of === 'camel' ? '' : '-'
  let number = list.length + 1
  while (taken.has(`${name}${hyphen}${number}`)) number++
  return { ...blank, [named.name]: `${name}${hyphen}${number}` }
}
