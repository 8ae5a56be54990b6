import {
  type FieldLayout,
  type FormLayout,
  type ItemLayout,
  isGroup,
  isObject,
  isRepeat,
  type Json,
  type JsonObject,
  pointerSteps,
  valueAt,
  withValueAt,
} from '@tereze/forms'
import { readAmount } from '@tereze/ui-components'
import { readKeptFile } from './kept-files.ts'

/** What a browser posts: names and values in the order of the page, as `URLSearchParams` gives them. */
export type Posted = Iterable<readonly [string, string]>

/**
 * The draft with what a page posted. Names are JSON Pointers; parts of a value are further steps (`/income/amount`,
 * `/born/day`), and `/-` adds to a list. Fields that were not on the page keep what the draft says. What cannot be read
 * (a month `x`, an amount `abc`) is kept as it was typed, so that the check refuses it and the page can show it again.
 */
export function readPosted(layout: FormLayout, posted: Posted, draft: JsonObject = {}): JsonObject {
  const values = new Map<string, string[]>()
  for (const [name, value] of posted) values.set(name, [...(values.get(name) ?? []), value])
  let data: Json = draft
  for (const page of layout.pages) data = readItems(page.items ?? [], '', values, data)
  return data as JsonObject
}

type Values = ReadonlyMap<string, readonly string[]>

function readItems(items: readonly ItemLayout[], base: string, values: Values, into: Json): Json {
  let data = into
  for (const item of items) {
    if (isGroup(item)) {
      data = readItems(item.items, base, values, data)
      continue
    }
    const pointer = base + item.field
    if (isRepeat(item)) {
      const list = readElements(item.items, item.key ?? 'key', pointer, values, data)
      if (list !== undefined) data = withValueAt(data, pointerSteps(pointer), list)
      continue
    }
    const value = readField(item, pointer, values)
    if (value !== undefined) data = withValueAt(data, pointerSteps(pointer), value)
  }
  return data
}

/** Elements are posted with their keys: `/employers/0/key`. The order of the indexes is the order of the list. */
function readElements(
  items: readonly ItemLayout[],
  key: string,
  pointer: string,
  values: Values,
  data: Json,
): Json[] | undefined {
  const indexes = new Set<number>()
  for (const name of values.keys()) {
    if (!name.startsWith(`${pointer}/`)) continue
    const index = name.slice(pointer.length + 1).split('/')[0] ?? ''
    if (/^\d{1,4}$/.test(index)) indexes.add(Number(index))
  }
  if (indexes.size === 0) return values.has(pointer) ? [] : undefined
  const known = valueAt(data, pointerSteps(pointer))
  return [...indexes]
    .sort((one, other) => one - other)
    .map(index => {
      const at = `${pointer}/${index}`
      const own = values.get(`${at}/${key}`)?.[0] ?? String(index + 1)
      const before = Array.isArray(known)
        ? (known as Json[]).find(element => valueAt(element, [key]) === own)
        : undefined
      // Inside an element the items start at the element, so it is read as a small form of its own.
      const inner = new Map(
        [...values]
          .filter(([name]) => name.startsWith(`${at}/`))
          .map(([name, value]) => [name.slice(at.length), value]),
      )
      return withValueAt(readItems(items, '', inner, before ?? {}), [key], own)
    })
}

function readField(field: FieldLayout, pointer: string, values: Values): Json | undefined {
  const part = (name: string) => values.get(`${pointer}/${name}`)?.at(-1)
  const text = values.get(pointer)?.at(-1)
  switch (field.as) {
    case 'money': {
      const amount = part('amount')
      if (amount === undefined) return undefined
      const trimmed = amount.trim()
      return trimmed === '' ? null : { amount: readAmount(trimmed) ?? trimmed, currency: part('currency') ?? '' }
    }
    case 'date':
      return readDate(part('day'), part('month'), part('year'))
    case 'person-name': {
      const names = ['family', 'given', 'patronymic'].map(name => [name, part(name)] as const)
      if (names.every(([, value]) => value === undefined)) return undefined
      return Object.fromEntries(names.flatMap(([name, value]) => (value === undefined ? [] : [[name, tidy(value)]])))
    }
    case 'choices': {
      const chosen = values.get(`${pointer}/-`)
      return chosen === undefined ? undefined : chosen.filter(value => value !== '')
    }
    case 'address':
    case 'code':
      return readLookup(part('text'), part('asked'), part('found'))
    case 'files': {
      const posted = values.get(pointer)
      if (posted === undefined) return undefined
      const files = posted.flatMap(readKeptFile).map(({ id, name }) => ({ id, name }))
      return files.length === 0 ? null : files
    }
    case 'yes-no':
      return text === undefined ? undefined : text === 'yes' ? true : text === 'no' ? false : null
    case 'number':
      return text === undefined ? undefined : readNumber(text)
    case 'long-text':
      return text === undefined ? undefined : text.replaceAll('\r\n', '\n')
    default:
      return text === undefined ? undefined : tidy(text)
  }
}

/** What was chosen counts only for the text for which it was found: whoever types on has chosen nothing. */
function readLookup(text: string | undefined, asked: string | undefined, found: string | undefined): Json | undefined {
  if (text === undefined) return undefined
  const typed = tidy(text)
  if (typed === '') return null
  if (found === undefined || found === '' || tidy(asked ?? '') !== typed) return { text: typed }
  if (found === 'own') return { text: typed, own: true }
  return readFound(found) ?? { text: typed }
}

function readFound(found: string): Json | null {
  try {
    const value = JSON.parse(found) as Json
    if (!isObject(value) || typeof value.id !== 'string' || typeof value.text !== 'string') return null
    return { id: value.id, text: value.text }
  } catch {
    return null
  }
}

function tidy(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ')
}

function readNumber(text: string): Json {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  if (plain === '') return null
  return /^-?\d{1,15}(\.\d{1,9})?$/.test(plain) ? Number(plain) : text.trim()
}

function readDate(day: string | undefined, month: string | undefined, year: string | undefined): Json | undefined {
  if (day === undefined && month === undefined && year === undefined) return undefined
  const [dayText = '', monthText = '', yearText = ''] = [day, month, year].map(part => part?.trim() ?? '')
  if (dayText + monthText + yearText === '') return null
  const pad = (part: string) => (/^\d$/.test(part) ? `0${part}` : part)
  return `${yearText}-${pad(monthText)}-${pad(dayText)}`
}
