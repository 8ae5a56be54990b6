import type { Json } from '../model/json.ts'
import { closeToken } from './close.ts'
import { incident } from './incident.ts'
import { nodeAt, type Run, tokenAt } from './run.ts'
import { holderOf } from './scopes.ts'

/** A boundary event happens: its token goes on beside the activity, or instead of it. */
export function passBoundary(run: Run, holder: number, boundary: string, content?: Json): void {
  const around = tokenAt(run, holder).in
  if (nodeAt(run, boundary).interrupting !== false) closeToken(run, holder, 'cancelled')
  run.agenda.push({ node: boundary, in: around, occurred: true, ...(content === undefined ? {} : { content }) })
}

/**
 * A token has undone everything in a transaction: it ends and its cancel boundary event happens (BPMN clause 13.5.3).
 * Reading refuses a transaction without one.
 */
export function cancelTransaction(run: Run, number: number): void {
  const holder = holderOf(run, tokenAt(run, number).in)
  const boundaries = nodeAt(run, tokenAt(run, holder).at).boundaries ?? []
  const cancel = boundaries.find(id => nodeAt(run, id).events?.some(event => event.type === 'cancel'))
  if (cancel === undefined) incident(run, number, 'no-flow-taken')
  else passBoundary(run, holder, cancel)
}
