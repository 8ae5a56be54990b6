import { openTask } from '../engine/activities.ts'
import { closeWait } from '../engine/close.ts'
import type { Effect } from '../engine/effect.ts'
import { copyState, nodeAt, type Run } from '../engine/run.ts'
import { settle } from '../engine/settle.ts'
import type { State, Token, Undo } from '../engine/state.ts'
import { newRun, type StepContext } from '../engine/step.ts'
import { openWaits } from '../engine/waits.ts'
import type { Process } from '../model/process.ts'
import { checkMigration, type MigrationMapping, type MigrationProblem, mapped } from './check.ts'

/** The instance in the other version, and what to do; or why it cannot go over. */
export type MigrationResult =
  | { readonly ok: true; readonly state: State; readonly effects: readonly Effect[] }
  | { readonly ok: false; readonly problems: readonly MigrationProblem[] }

type Map = (id: string) => string

function mapUndo(undo: Undo, to: Map): Undo {
  return {
    ...undo,
    activity: to(undo.activity),
    ...(undo.handler === undefined ? {} : { handler: to(undo.handler) }),
    ...(undo.by === undefined ? {} : { by: to(undo.by) }),
    ...(undo.inside === undefined ? {} : { inside: undo.inside.map(inner => mapUndo(inner, to)) }),
  }
}

function mapToken(token: Token, to: Map): void {
  token.at = to(token.at)
  if (token.via !== undefined) token.via = to(token.via)
  if (token.fired) token.fired = token.fired.map(to)
  if (token.undoable) token.undoable = token.undoable.map(undo => mapUndo(undo, to))
  if (token.left) token.left = token.left.map(undo => mapUndo(undo, to))
}

/** The event nodes for which a token waits: its own, those at its border, those that start event sub-processes in it. */
function awaitedBy(process: Process, state: State, number: number): readonly string[] {
  const token = state.tokens[number]
  if (!token) return []
  const node = process.nodes[token.at]
  const instance = state.tokens[token.in]?.doing === 'repeat'
  const boundaries = instance || token.doing === 'join' ? [] : (node?.boundaries ?? [])
  const triggers =
    token.doing === 'scope' && !token.interrupted ? (process.scopes[token.at]?.eventSubProcesses ?? []) : []
  const own =
    token.doing !== 'catch'
      ? []
      : node?.type === 'event-based-gateway'
        ? node.outgoing.flatMap(flow => process.flows[flow]?.to ?? [])
        : [token.at]
  return [...own, ...boundaries, ...triggers.flatMap(id => process.scopes[id]?.trigger ?? [])]
}

/** Waits whose event is the same stay as they are; others end; what the other version waits for besides begins. */
function renewWaits(run: Run, from: Process, before: State, to: Map): void {
  for (const [number, wait] of Object.entries(run.state.waits)) {
    const node = to(wait.node)
    const [old, now] = [from.nodes[wait.node]?.events?.[wait.event], run.process.nodes[node]?.events?.[wait.event]]
    const same =
      old !== undefined &&
      JSON.stringify(old) === JSON.stringify(now) &&
      awaitedBy(run.process, run.state, wait.token).includes(node)
    if (same) run.state.waits[number] = { ...wait, node }
    else closeWait(run, Number(number))
  }
  for (const number of Object.keys(run.state.tokens).map(Number)) {
    const known = new Set(awaitedBy(from, before, number).map(to))
    const kept = new Set(Object.values(run.state.waits).flatMap(wait => (wait.token === number ? [wait.node] : [])))
    for (const node of awaitedBy(run.process, run.state, number)) {
      // An event that was known and is not waited for any more has happened, unless its definition changed.
      const changed =
        known.has(node) &&
        !kept.has(node) &&
        Object.values(before.waits).some(wait => wait.token === number && to(wait.node) === node)
      if ((!known.has(node) || changed) && !kept.has(node)) openWaits(run, number, node)
    }
  }
}

/**
 * Takes a running instance over to another version of its process. Tokens keep their ids and stay where the mapping
 * says; timers and subscriptions whose definition is the same stay; open tasks are told again with their new attributes.
 * Nothing is done when {@link checkMigration} finds a problem.
 */
export function migrate(
  from: Process,
  to: Process,
  state: State,
  context: StepContext,
  mapping: MigrationMapping = {},
): MigrationResult {
  const problems = checkMigration(from, to, state, mapping)
  if (problems.length > 0) return { ok: false, problems }
  const target: Map = id => mapped(mapping, from, to, id)
  const run = newRun(to, { ...copyState(state), process: to.id }, context)
  run.changed = true
  for (const token of Object.values(run.state.tokens)) mapToken(token, target)
  renewWaits(run, from, state, target)
  for (const [number, token] of Object.entries(run.state.tokens)) {
    if (token.doing !== 'task') continue
    const [old, now] = [from.nodes[state.tokens[number]?.at ?? ''], nodeAt(run, token.at)]
    if (old?.name !== now.name || JSON.stringify(old?.attributes) !== JSON.stringify(now.attributes))
      openTask(run, Number(number))
  }
  if (run.state.status === 'active') settle(run)
  return { ok: true, state: run.state, effects: run.effects }
}
