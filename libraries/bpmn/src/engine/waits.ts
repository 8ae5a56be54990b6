import { isTerm } from '@tereze/working-time'
import type { Json } from '../model/json.ts'
import type { EventDefinition, TimerDefinition } from '../model/process.ts'
import { next, scheduleOf } from '../timer/due.ts'
import { addressOf } from './address.ts'
import { incident } from './incident.ts'
import { asText, evaluateAt, idOf, nextNumber, nodeAt, placeToken, type Run, resolve } from './run.ts'
import type { Wait } from './state.ts'

/** A wait that cannot begin is an incident; false when it is one of the waiting token itself. */
function unable(run: Run, token: number, node: string, value: string | null): boolean {
  // What cannot start an event sub-process must not stop the scope: it gets a token of its own.
  const starts = nodeAt(run, node).type === 'start-event' && run.state.tokens[token]?.at !== node
  const stuck = starts ? placeToken(run, { at: node, in: token, doing: 'incident' }) : token
  incident(run, stuck, 'value-invalid', { event: node, value: value ?? 'null' })
  return starts
}

/** Sets a timer whose due date the caller counts with a working calendar. */
function setTerm(run: Run, token: number, node: string, event: number, term: Json): true {
  const number = nextNumber(run)
  run.state.waits[number] = { token, node, event, kind: 'timer' }
  run.effects.push({ type: 'timer-set', id: idOf(run, number), node, due: { term } })
  return true
}

function setTimer(run: Run, token: number, node: string, event: number, timer: TimerDefinition): boolean {
  if ('term' in timer) return setTerm(run, token, node, event, timer.term)
  const value = timer.kind === 'term' ? evaluateAt(run, token, timer.feel) : resolve(run, token, timer.value)
  if (timer.kind === 'term' && isTerm(value)) return setTerm(run, token, node, event, value)
  const text = asText(value)
  const kind = timer.kind === 'term' ? 'duration' : timer.kind
  const schedule = text === null ? undefined : scheduleOf(kind, text, run.moment)
  if (!schedule) {
    return unable(run, token, node, text)
  }
  const number = nextNumber(run)
  run.state.waits[number] = {
    token,
    node,
    event,
    kind: 'timer',
    due: schedule.at,
    ...(schedule.again ? { again: schedule.again } : {}),
  }
  run.effects.push({ type: 'timer-set', id: idOf(run, number), node, due: { at: schedule.at } })
  return true
}

function openWait(run: Run, token: number, node: string, event: number, definition: EventDefinition): boolean {
  if (definition.type === 'timer') return setTimer(run, token, node, event, definition.timer)
  if (definition.type === 'condition') {
    run.state.waits[nextNumber(run)] = { token, node, event, kind: 'condition', was: false }
    run.changed = true
    return true
  }
  if (definition.type !== 'message' && definition.type !== 'signal') return true
  const address = addressOf(run, token, definition)
  if (!address) return unable(run, token, node, null)
  const number = nextNumber(run)
  run.state.waits[number] = { token, node, event, kind: definition.type, ...address }
  run.effects.push({ type: 'subscribe', id: idOf(run, number), node, kind: definition.type, ...address })
  return true
}

/**
 * Begins to wait, for a token, for every event of a node, except one that has happened already; false when that ended
 * in an incident of the token.
 */
export function openWaits(run: Run, token: number, node: string, happened?: number): boolean {
  const events = nodeAt(run, node).events ?? []
  return events.every((definition, event) => event === happened || openWait(run, token, node, event, definition))
}

/**
 * Sets a repeating timer again after it has fired. Occurrences that were missed meanwhile count as one with this one,
 * unless the caller wants each of them.
 */
export function repeatTimer(run: Run, wait: Wait): void {
  if (!wait.again) return
  const last = wait.due ?? run.moment.now
  const schedule = next(last, wait.again, run.missedCycles === 'each' ? { ...run.moment, now: last } : run.moment)
  if (!schedule) return
  const number = nextNumber(run)
  run.state.waits[number] = { ...wait, due: schedule.at, ...(schedule.again ? { again: schedule.again } : {}) }
  run.effects.push({ type: 'timer-set', id: idOf(run, number), node: wait.node, due: { at: schedule.at } })
}

/** Begins to wait for what starts the event sub-processes of a scope. */
export function openEventSubProcesses(run: Run, scope: number, scopeId: string): boolean {
  return (run.process.scopes[scopeId]?.eventSubProcesses ?? []).every(id => {
    const trigger = run.process.scopes[id]?.trigger
    return trigger === undefined || openWaits(run, scope, trigger)
  })
}

/** Begins to wait for the boundary events of an activity. */
export function openBoundaries(run: Run, token: number, activity: string): boolean {
  return (nodeAt(run, activity).boundaries ?? []).every(id => openWaits(run, token, id))
}
