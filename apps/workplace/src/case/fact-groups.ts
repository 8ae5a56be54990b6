import type { Words } from '../words/words.ts'
import { valueLines } from './value-lines.ts'
import type { Fact } from './view.ts'

/** One thing that is known, with all answers about it: several when sources were asked more than once or differ. */
export interface FactGroup {
  readonly pointer: string
  readonly conflict: boolean
  readonly answers: readonly Fact[]
}

/** Whether a fact says anything: one that is only the id of another record does not. */
export function isTelling(fact: Fact, words: Words): boolean {
  return fact.value === null || valueLines(fact.value, fact.as, words).length > 0
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

/** Things known from one source at one day, under one heading. */
export interface SourceSection {
  /** The source's organisation and name; null for what the applicant told. */
  readonly source: Fact['source']
  readonly groups: readonly FactGroup[]
}

/** What is undisputed, by source and day, in the order in which sources appear. */
export function sectionsOf(groups: readonly FactGroup[]): readonly SourceSection[] {
  const sections = new Map<string, SourceSection>()
  for (const group of groups.filter(one => !one.conflict)) {
    const source = group.answers[0]?.source ?? null
    const key = source === null ? '' : `${source.organisation} ${source.name.en} ${source.at.slice(0, 10)}`
    const section = sections.get(key)
    sections.set(key, { source, groups: [...(section?.groups ?? []), group] })
  }
  return [...sections.values()]
}
