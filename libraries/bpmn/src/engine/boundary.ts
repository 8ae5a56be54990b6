import type { Json } from '../model/json.ts'
import { closeToken } from './close.ts'
import { nodeAt, type Run, tokenAt } from './run.ts'

/** A boundary event happens: its token goes on beside the activity, or instead of it. */
export function passBoundary(run: Run, holder: number, boundary: string, content?: Json): void {
  const around = tokenAt(run, holder).in
  if (nodeAt(run, boundary).interrupting !== false) closeToken(run, holder, 'cancelled')
  run.agenda.push({ node: boundary, in: around, occurred: true, ...(content === undefined ? {} : { content }) })
}

/** A transaction has undone everything: it ends and its cancel boundary event happens (BPMN clause 13.5.3). */
export function cancelTransaction(run: Run, holder: number): void {
  const boundaries = nodeAt(run, tokenAt(run, holder).at).boundaries ?? []
  const cancel = boundaries.find(id => nodeAt(run, id).events?.some(event => event.type === 'cancel'))
  if (cancel === undefined) closeToken(run, holder, 'cancelled')
  else passBoundary(run, holder, cancel)
}
