import type { Json } from '../model/json.ts'
import { closeInside, closeWaits, interruptScope } from './close.ts'
import { nodeAt, placeToken, type Run, tell, tokenAt } from './run.ts'
import { openEventSubProcesses } from './waits.ts'

/**
 * An event sub-process begins in a scope. An interrupting one ends all that goes on there, and the scope waits for
 * nothing else any more (BPMN clause 13.5.4).
 */
export function startEventSubProcess(run: Run, id: string, scope: number, content?: Json): number {
  const trigger = run.process.scopes[id]?.trigger
  if (trigger === undefined) throw new Error(`no event sub-process ${id}`)
  if (nodeAt(run, trigger).interrupting !== false) {
    closeInside(run, scope)
    for (const other of run.process.scopes[tokenAt(run, scope).at]?.eventSubProcesses ?? []) {
      const start = run.process.scopes[other]?.trigger
      if (start !== undefined) closeWaits(run, scope, start)
    }
    interruptScope(run, scope)
  }
  const number = placeToken(run, { at: id, in: scope, doing: 'scope' })
  tell(run, 'entered', id, number)
  openEventSubProcesses(run, number, id)
  run.agenda.push({ node: trigger, in: number, occurred: true, ...(content === undefined ? {} : { content }) })
  return number
}
