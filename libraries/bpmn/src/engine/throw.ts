import type { EventDefinition } from '../model/process.ts'
import { assign } from './assign.ts'
import { passBoundary } from './boundary.ts'
import { closeInside, closeRoot } from './close.ts'
import { startEventSubProcess } from './event-sub-process.ts'
import { nodeAt, type Run, tokenAt } from './run.ts'
import { holderOf } from './scopes.ts'

/** What is thrown: an error or an escalation with its code. */
export interface Thrown {
  readonly type: 'error' | 'escalation'
  readonly code: string
  readonly message?: string
}

function catches(event: EventDefinition, thrown: Thrown): 'by-code' | 'any' | undefined {
  if (event.type !== thrown.type) return undefined
  if (event.code === undefined) return 'any'
  return event.code === thrown.code ? 'by-code' : undefined
}

/** The first of some event nodes that catches by code, else the first that catches anything. */
function catcherAmong(run: Run, nodes: readonly string[], thrown: Thrown): string | undefined {
  const how = (id: string) => (nodeAt(run, id).events ?? []).map(event => catches(event, thrown))
  return nodes.find(id => how(id).includes('by-code')) ?? nodes.find(id => how(id).includes('any'))
}

function tellVariables(run: Run, scope: number, catcher: string, thrown: Thrown): void {
  for (const event of nodeAt(run, catcher).events ?? []) {
    if (event.type !== 'error' && event.type !== 'escalation') continue
    if (event.codeInto !== undefined) assign(run, scope, event.codeInto, thrown.code)
    if (event.type === 'error' && event.messageInto !== undefined)
      assign(run, scope, event.messageInto, thrown.message ?? null)
  }
}

function byBoundary(run: Run, number: number, thrown: Thrown): boolean {
  const holder = holderOf(run, number)
  const token = tokenAt(run, holder)
  if (token.in < 0) return false
  const boundary = catcherAmong(run, nodeAt(run, token.at).boundaries ?? [], thrown)
  if (boundary === undefined) return false
  tellVariables(run, token.in, boundary, thrown)
  passBoundary(run, holder, boundary)
  return true
}

function byEventSubProcess(run: Run, scope: number, thrown: Thrown): boolean {
  const token = tokenAt(run, scope)
  if (token.doing !== 'scope' || token.interrupted) return false
  const candidates = run.process.scopes[token.at]?.eventSubProcesses ?? []
  const triggers = candidates.flatMap(id => run.process.scopes[id]?.trigger ?? [])
  const trigger = catcherAmong(run, triggers, thrown)
  if (trigger === undefined) return false
  tellVariables(run, scope, trigger, thrown)
  startEventSubProcess(run, nodeAt(run, trigger).scope, scope)
  return true
}

/**
 * Finds who catches what a token throws: a boundary event of its activity, then level by level an event sub-process of
 * the scope around and a boundary event of that scope (BPMN clauses 10.5.6 and 13.5). What an event sub-process throws
 * is not for its own siblings or itself. False when nobody catches.
 */
export function throwUp(run: Run, number: number, thrown: Thrown): boolean {
  if (byBoundary(run, number, thrown)) return true
  let below = holderOf(run, number)
  for (let scope = tokenAt(run, below).in; scope >= 0; below = scope, scope = tokenAt(run, scope).in) {
    const handling = run.process.nodes[tokenAt(run, below).at]?.type === 'event-sub-process'
    if (!handling && byEventSubProcess(run, scope, thrown)) return true
    if (byBoundary(run, scope, thrown)) return true
  }
  return false
}

/** Ends the whole instance, whatever goes on in it. */
export function endInstance(run: Run, outcome: 'terminated' | 'failed' | 'cancelled', error?: string): void {
  closeInside(run, 0)
  closeRoot(run)
  run.agenda = []
  run.state.status = outcome
  run.effects.push({ type: 'ended', outcome, ...(error === undefined ? {} : { error }) })
}
