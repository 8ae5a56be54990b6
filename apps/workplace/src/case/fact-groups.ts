import type { Fact } from './view.ts'

/** One thing that is known, with all answers about it: several when sources were asked more than once or differ. */
export interface FactGroup {
  readonly pointer: string
  readonly conflict: boolean
  readonly answers: readonly Fact[]
}

/** Facts by what they are about; those whose answers differ come first, the rest in their order. */
export function groupFacts(facts: readonly Fact[]): readonly FactGroup[] {
  const groups = new Map<string, Fact[]>()
  for (const fact of facts) groups.set(fact.pointer, [...(groups.get(fact.pointer) ?? []), fact])
  const all = [...groups].map(([pointer, answers]) => ({
    pointer,
    conflict: answers.some(answer => answer.conflict),
    answers,
  }))
  return [...all.filter(group => group.conflict), ...all.filter(group => !group.conflict)]
}
