import type { Problem } from '@tereze/ui-client'

/** What the platform says is wrong with a field of what was sent, or with a part of it; undefined when nothing is. */
export function troubleOfField(problem: Problem | null | undefined, pointer: string): string | undefined {
  if (problem?.kind !== 'refused') return undefined
  const isIts = (of: string) => of === pointer || of.startsWith(`${pointer}/`)
  const among = problem.also.find(one => isIts(one.pointer))
  if (among !== undefined) return among.title
  if (!isIts(problem.pointer)) return undefined
  return [problem.title, problem.remedy].filter(part => part !== null && part !== '').join('. ')
}
