import { blankOf, isObject, type Part, stepsOf } from '@tereze/regulation'

const singular: Readonly<Record<string, string>> = {
  applicants: 'applicant',
  acceptance: 'not-accepted',
  questionnaire: 'question',
  answers: 'answer',
  variants: 'variant',
  needs: 'need',
  values: 'value',
  criteria: 'criterion',
  review: 'look',
  suspension: 'suspension',
  amount: 'sum',
  exemptions: 'exemption',
  results: 'result',
  fields: 'field',
}

/** The number behind a clause: 12.4 → 12.5. */
function nextClause(last: string): string {
  const steps = last.split('.')
  return [...steps.slice(0, -1), String(Number(steps.at(-1) ?? 0) + 1)].join('.')
}

function idsIn(list: readonly unknown[], member: string): string[] {
  return list.flatMap(one => (isObject(one) && typeof one[member] === 'string' ? [one[member]] : []))
}

/** A text with a number behind it that is not taken yet. */
function free(taken: readonly string[], make: (number: number) => string): string {
  let number = 1
  while (taken.includes(make(number))) number++
  return make(number)
}

function camel(text: string): string {
  return text.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/**
 * A new element for the list at a pointer: blank, with an id of its own, so that nobody has to invent one. A clause gets the number after the
 * last, a procedure the first that is missing.
 */
export function newItem(part: Part, pointer: string, list: readonly unknown[]): unknown {
  const blank = blankOf(part)
  if (part.kind !== 'object' || !isObject(blank)) return blank
  const name = singular[stepsOf(pointer).at(-1) ?? ''] ?? 'item'
  const own: Record<string, unknown> = {}
  for (const { name: member, part: of } of part.members) {
    if (member !== 'id' && !(member === 'name' && of.kind === 'name')) continue
    const taken = idsIn(list, member)
    if (of.kind === 'id') own[member] = free(taken, number => `${name}-${number}`)
    if (of.kind === 'name') own[member] = free(taken, number => `${camel(name)}${number}`)
    if (of.kind === 'clause') own[member] = nextClause(taken.at(-1) ?? '0')
    if (of.kind === 'choice') own[member] = of.values.find(value => !taken.includes(value)) ?? of.values[0]
  }
  const ground = isObject(blank.ground) ? { ground: { ...blank.ground, id: `no-${String(own.id)}` } } : {}
  return { ...blank, ...own, ...ground }
}
