import { optionId } from './expression.ts'
import { isList, type Json } from './json.ts'
import type { FieldKind } from './layout.ts'
import type { Option } from './state.ts'

/** A value matched with the options: what is kept, what conditions see, and whether it was on the list at all. */
export interface Choice {
  readonly value: Json
  readonly seen: Json
  readonly unlisted: boolean
}

/** Matches a value with its options. What is kept comes from the option, never from the sender. */
export function choose(as: FieldKind, options: readonly Option[] | null, value: Json): Choice {
  if (options === null || value === null) return { value, seen: value, unlisted: false }
  if (as === 'choices') {
    const parts = (isList(value) ? value : [value]).map(part => match(options, part))
    return {
      value: parts.map(part => part.value),
      seen: parts.map(part => part.seen),
      unlisted: parts.some(part => part.unlisted),
    }
  }
  return match(options, value)
}

function match(options: readonly Option[], value: Json): Choice {
  const option = options.find(candidate => candidate.id === optionId(value))
  return option === undefined
    ? { value, seen: null, unlisted: true }
    : { value: option.value, seen: option.about, unlisted: false }
}
