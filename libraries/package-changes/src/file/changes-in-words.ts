import type { Language } from '@tereze/operation'
import { below, isObject, stepsOf } from '@tereze/regulation'
import { formatOf } from './format-of.ts'
import { readPeriod } from './period.ts'
import { type Shape, shapeAt, shapeOf } from './shape.ts'
import { memberText, type SayFile, sayFile, valueText } from './words.ts'

/** A place at which two values differ; undefined: nothing stands there. */
export interface Difference {
  readonly pointer: string
  readonly was: unknown
  readonly is: unknown
  /** The same elements in another order. */
  readonly order?: true
}

function keyOf(value: unknown): string | null {
  if (!isObject(value)) return null
  const id = value.id ?? value.service ?? value.code
  return typeof id === 'string' ? id : null
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Where two values differ; elements of lists are known by their ids, so that one that was moved or put between is not told as all others changed. */
export function differencesOf(was: unknown, is: unknown, pointer = ''): readonly Difference[] {
  if (same(was, is)) return []
  if (Array.isArray(was) && Array.isArray(is)) {
    const keys = [was, is].map(list => list.map(keyOf))
    const [before = [], after = []] = keys
    const isKeyed = keys.flat().every(key => key !== null) && keys.every(list => new Set(list).size === list.length)
    if (!isKeyed) return [{ pointer, was, is }]
    const place = (key: string | null) => below(pointer, key ?? '')
    const gone = before.flatMap((key, index) =>
      after.includes(key) ? [] : [{ pointer: place(key), was: was[index], is: undefined }],
    )
    const kept = after.flatMap((key, index) => {
      const at = before.indexOf(key)
      return at < 0
        ? [{ pointer: place(key), was: undefined, is: is[index] }]
        : differencesOf(was[at], is[index], place(key))
    })
    const moved = !same(
      before.filter(key => after.includes(key)),
      after.filter(key => before.includes(key)),
    )
    return [...gone, ...kept, ...(moved ? [{ pointer, was, is, order: true as const }] : [])]
  }
  if (isObject(was) && isObject(is))
    return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap(name =>
      differencesOf(was[name], is[name], below(pointer, name)),
    )
  return [{ pointer, was, is }]
}

/** A value as a person reads it: choices, yes and no and stretches of time by what they are called, lists one after the other. */
function shown(value: unknown, shape: Shape | null, member: string, say: SayFile): string {
  if (value === undefined || value === null || value === '') return say('compare.nothing')
  if (typeof value === 'boolean') return say(value ? 'v.true' : 'v.false')
  if (Array.isArray(value))
    return value.length === 0
      ? say('compare.nothing')
      : value.map(one => shown(one, shape?.kind === 'list' ? shape.item : null, member, say)).join(', ')
  if (isObject(value)) {
    const key = keyOf(value)
    if (key !== null) return key
    return Object.entries(value)
      .map(([name, one]) => `${memberText(say, member, name)}: ${shown(one, null, name, say)}`)
      .join('; ')
  }
  const text = String(value)
  if (shape?.kind === 'text' && shape.of === 'period') {
    const period = readPeriod(text)
    if (period !== null) return `${period.count} ${say(`period.${period.unit}`)}`
  }
  return valueText(say, member, text.replace(/^= /, ''))
}

/** The steps of a pointer whose elements are named by their ids, as positions in a value. */
function positions(value: unknown, steps: readonly string[]): string[] {
  let part = value
  return steps.map(step => {
    const index = Array.isArray(part) ? part.findIndex(one => keyOf(one) === step) : -1
    const next = index < 0 ? step : String(index)
    part = (part as Record<string, unknown> | undefined)?.[next]
    return next
  })
}

/** What a value says otherwise than another of the same format, in words of a language. */
export function valuesInWords(
  was: unknown,
  is: unknown,
  format: Parameters<typeof shapeOf>[0],
  language: Language,
): readonly string[] {
  const say = sayFile(language)
  const told = differencesOf(was, is).map(one => {
    const steps = stepsOf(one.pointer)
    const value = one.is === undefined ? was : is
    const shape = shapeAt(shapeOf(format), positions(value, steps), value)
    let owner: string = format
    const names = steps.map(step => {
      const word = memberText(say, owner, step)
      owner = step
      return word
    })
    const member = steps.at(-1) ?? format
    const place = names.length === 0 ? memberText(say, '', format) : names.join(' › ')
    if (one.order) return say('compare.order', { place })
    const [before, after] = [shown(one.was, shape, member, say), shown(one.is, shape, member, say)]
    if (one.was === undefined) return say('compare.added', { place, is: after })
    if (one.is === undefined) return say('compare.removed', { place, was: before })
    return say('compare.changed', { place, was: before, is: after })
  })
  return told.length === 0 ? [say('compare.none')] : told
}

/** What a small file says otherwise than before, in words; null where one of them cannot be read. */
export function changesInWords(
  before: string,
  after: string,
  language: Language,
  path: string,
): readonly string[] | null {
  const format = formatOf(path)
  if (format === null) return null
  try {
    return valuesInWords(JSON.parse(before), JSON.parse(after), format, language)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
