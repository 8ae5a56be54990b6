import type { KeptLine } from '../store/verify.ts'

/** Whom a line is about, as its list of accesses has them: all but the one who acted. */
function subjectsOf(content: NonNullable<KeptLine['content']>): Set<unknown> {
  const named = Array.isArray(content.subjects) ? content.subjects : []
  return new Set(named.filter(subject => subject !== content.actor?.id))
}

/** In what the columns and the list of accesses beside a line say something else than the line that was sealed. */
export function sameAsContent(
  tenant: string,
  kept: KeptLine,
): readonly ('line-changed' | 'access-missing' | 'access-inserted')[] {
  const { content, line, time, subjects } = kept
  if (content === null) return []
  const meant = subjectsOf(content)
  const told = Date.parse(String(content.time))
  const other = content.id !== line || content.tenant !== tenant || time === null || Date.parse(time) !== told
  return [
    ...(other ? ['line-changed' as const] : []),
    ...([...meant].some(subject => !subjects.includes(String(subject))) ? ['access-missing' as const] : []),
    ...(subjects.some(subject => !meant.has(subject)) ? ['access-inserted' as const] : []),
  ]
}
