import type { CaseView } from './view.ts'

type Line = CaseView['checklist'][number]

/** How far a point is, as one says it of a case that is open or decided. */
export type ShownState = Line['state'] | 'undecided' | 'received'

/**
 * While the rules leave the case to a person because answers differ, a criterion that would fail is not decided yet: it
 * rests on one of the answers. A need that is there was received; it does not "hold".
 */
export function shownState(line: Line, view: Pick<CaseView, 'card' | 'checklist' | 'draft'>): ShownState {
  const open = view.card.outcome === null && (view.draft === null || view.draft.outcome === null)
  if (line.state === 'fails' && open && view.checklist.some(one => one.state === 'conflict')) return 'undecided'
  return line.state === 'holds' && line.kind === 'need' ? 'received' : line.state
}
