import { LimitFault } from './meter.ts'
import { type FeelValue, isContext, isList } from './value.ts'

/** How deep a value that leaves an evaluation may be nested. */
export const MAX_NESTING = 1_000
/** How many values it may have, those that it has more than once counted each time. */
export const MAX_VALUES = 10_000_000

/** The values directly inside of a value. */
function inside(value: FeelValue): readonly FeelValue[] | null {
  if (typeof value !== 'object' || value === null) return null
  if (isList(value)) return value
  return isContext(value) ? Object.values(value) : null
}

function isNested(value: FeelValue): boolean {
  return isList(value) || isContext(value)
}

/**
 * Refuses a value that nobody could write down. Lists and contexts may be shared, so a value of a few kilobytes may be
 * written in more characters than there is memory for: each is measured once.
 * @throws LimitFault `feel.value-too-large`
 */
export function checkSize(value: FeelValue, nesting: number = MAX_NESTING): void {
  if (isNested(value) && !isSmall(value)) measure(value, nesting)
}

/** True for the values of every day, which need no bookkeeping. */
function isSmall(value: FeelValue): boolean {
  let left = 5_000
  const small = (at: FeelValue, depth: number): boolean => {
    const items = inside(at)
    if (items === null) return true
    left -= items.length
    if (left < 0 || depth > 50) return false
    for (const item of items) if (typeof item === 'object' && !small(item, depth + 1)) return false
    return true
  }
  return small(value, 0)
}

interface Measured {
  readonly values: number
  readonly nesting: number
}

function measure(root: FeelValue, limit: number): void {
  const known = new Map<FeelValue, Measured>()
  const open: FeelValue[] = [root]
  while (open.length > 0) {
    const value = open.at(-1) as FeelValue
    const items = inside(value) ?? []
    if (known.has(value)) {
      open.pop()
      continue
    }
    const before = open.length
    for (const item of items) if (isNested(item) && !known.has(item)) open.push(item)
    if (open.length > before) {
      if (open.length > MAX_VALUES) throw new LimitFault('feel.value-too-large')
      continue
    }
    open.pop()
    let values = 1
    let nesting = 0
    for (const item of items) {
      const part = known.get(item)
      values += part?.values ?? 1
      nesting = Math.max(nesting, part?.nesting ?? 0)
    }
    if (values > MAX_VALUES || nesting >= limit) throw new LimitFault('feel.value-too-large')
    known.set(value, { values, nesting: nesting + 1 })
  }
}
