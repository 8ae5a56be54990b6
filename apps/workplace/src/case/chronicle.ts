import type { CaseView } from './view.ts'

/** One entry of a case's chronicle: something that happened, or a legal act. */
export type ChronicleEntry =
  | { readonly kind: 'line'; readonly at: string; readonly line: CaseView['timeline'][number] }
  | { readonly kind: 'act'; readonly at: string; readonly act: CaseView['acts'][number] }

/** Timeline and acts in one chronicle, newest first; at the same moment the act comes before the words about it. */
export function chronicleOf(view: Pick<CaseView, 'timeline' | 'acts'>): readonly ChronicleEntry[] {
  const entries: ChronicleEntry[] = [
    ...view.acts.map(act => ({ kind: 'act' as const, at: act.at, act })),
    ...view.timeline.map(line => ({ kind: 'line' as const, at: line.at, line })),
  ]
  return entries.toSorted((one, other) => other.at.localeCompare(one.at))
}
