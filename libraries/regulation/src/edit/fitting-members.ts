import { membersOfKind } from '../check/check-references.ts'
import { isObject } from '../places.ts'
import type { Member, Part } from './describe-member.ts'

/** Members of a need that the applicant supplies which only some ways of giving it have. */
const ofField: Readonly<Record<string, readonly string[]>> = {
  answers: ['choice'],
  of: ['bank-account', 'child'],
  pattern: ['text', 'long-text'],
  example: ['text', 'long-text'],
  min: ['number', 'money'],
  max: ['number', 'money', 'files'],
}

/** The members of a part that go with what is chosen in it: a need by who supplies it, a result by its kind; a member that is there is always one. */
export function fittingMembers(part: Extract<Part, { kind: 'object' }>, value: unknown): readonly Member[] {
  const own = isObject(value) ? value : {}
  const isNeed = part.members.some(({ name }) => name === 'from' && part.members.some(one => one.name === 'contract'))
  const isResult = part.members.some(({ name }) => name === 'repeats')
  if (!isNeed && !isResult) return part.members
  const kind = String(isNeed ? own.from : own.kind)
  const kinds: readonly string[] = isNeed ? ['applicant', 'exchange', 'register'] : ['document', 'payment', 'record']
  const fit = new Set<string>(membersOfKind(kind).own)
  const foreign = new Set(kinds.flatMap(other => membersOfKind(other).own).filter(name => !fit.has(name)))
  return part.members
    .map(member => (membersOfKind(kind).must.includes(member.name) ? { ...member, required: true } : member))
    .filter(({ name }) => {
      if (name in own) return true
      if (foreign.has(name)) return false
      const ways = isNeed ? ofField[name] : undefined
      return ways === undefined || ways.includes(String(own.as))
    })
}

/** An element with another kind chosen: what goes only with the kind before is taken out, as the check would ask for. */
export function withKind(
  value: Readonly<Record<string, unknown>>,
  member: 'from' | 'kind',
  kind: string,
): Record<string, unknown> {
  const before = membersOfKind(String(value[member])).own
  const after = membersOfKind(kind).own
  return Object.fromEntries(
    Object.entries({ ...value, [member]: kind }).filter(([name]) => !before.includes(name) || after.includes(name)),
  )
}
