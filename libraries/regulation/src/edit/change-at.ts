import { isObject, stepsOf } from '../places.ts'
import { type Part, partBelow, regulationPart } from './describe-member.ts'

function namesOf(part: Part | null): readonly string[] {
  if (part?.kind === 'object') return part.members.map(({ name }) => name)
  if (part?.kind === 'either') return part.parts.flatMap(namesOf)
  return []
}

/** The object with a member more, put where the format has it: behind the nearest one that comes before it. */
function withMember(
  own: Readonly<Record<string, unknown>>,
  name: string,
  value: unknown,
  part: Part | null,
): Record<string, unknown> {
  if (name in own) return { ...own, [name]: value }
  const entries = Object.entries(own)
  const names = namesOf(part)
  const before = names.slice(0, Math.max(0, names.indexOf(name))).findLast(other => other in own)
  const place = names.includes(name) ? entries.findIndex(([other]) => other === before) + 1 : entries.length
  return Object.fromEntries(entries.toSpliced(place, 0, [name, value]))
}

function changed(
  value: unknown,
  steps: readonly string[],
  to: (before: unknown) => unknown,
  part: Part | null,
): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return to(value)
  const inner = part === null ? null : partBelow(part, step)
  if (Array.isArray(value)) {
    const list = value.map((one, index) => (String(index) === step ? changed(one, rest, to, inner) : one))
    return list.filter(one => one !== undefined)
  }
  const own = isObject(value) ? value : {}
  const next = changed(own[step], rest, to, inner)
  if (next !== undefined) return withMember(own, step, next, part)
  return Object.fromEntries(Object.entries(own).filter(([name]) => name !== step))
}

/**
 * A regulation with another value at a pointer; undefined takes a member or an element away. What lies on the way is made; the order of
 * what is there stays, and a new member stands where the format has it.
 * @param part the format of the value; null for one of another format, whose new members come last.
 */
export function changeAt(value: unknown, pointer: string, to: unknown, part: Part | null = regulationPart): unknown {
  return changed(value, stepsOf(pointer), () => to, part)
}

/** A regulation with an element more at the end of the list at a pointer; the list is made where there is none. */
export function addAt(value: unknown, pointer: string, item: unknown, part: Part | null = regulationPart): unknown {
  return changed(value, stepsOf(pointer), before => [...(Array.isArray(before) ? before : []), item], part)
}

/** A regulation with an element of the list at a pointer moved to another position; positions outside the list change nothing. */
export function moveAt(
  value: unknown,
  pointer: string,
  from: number,
  to: number,
  part: Part | null = regulationPart,
): unknown {
  return changed(
    value,
    stepsOf(pointer),
    before => {
      if (!Array.isArray(before) || from < 0 || to < 0 || from >= before.length || to >= before.length) return before
      const list = before.toSpliced(from, 1)
      return list.toSpliced(to, 0, before[from])
    },
    part,
  )
}
