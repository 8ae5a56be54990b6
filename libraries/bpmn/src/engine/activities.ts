import { isJsonObject, type Json } from '../model/json.ts'
import type { Node, NodeType } from '../model/process.ts'
import { addressOf } from './address.ts'
import { assign, assignLocal } from './assign.ts'
import { childEffect } from './child-effect.ts'
import { waitForEvents } from './events.ts'
import { finish, finishEmptyRepetition } from './finish.ts'
import { incident } from './incident.ts'
import { contentOf } from './mapped.ts'
import { startRepetition } from './repeat.ts'
import { evaluateAt, idOf, localsOf, nodeAt, type Run, resolve, tokenAt } from './run.ts'
import { openBoundaries, openEventSubProcesses } from './waits.ts'

const callKinds = { 'service-task': 'service', 'send-task': 'send', 'business-rule-task': 'business-rule' } as const

/** Asks for outside work. The id stays the same when it is asked for again after an incident. */
export function askForCall(run: Run, number: number): void {
  const token = tokenAt(run, number)
  const node = nodeAt(run, token.at)
  const kind = node.type === 'send-task' || node.type === 'business-rule-task' ? callKinds[node.type] : 'service'
  const event = node.events?.[0]
  const address = event?.type === 'message' ? addressOf(run, number, event) : null
  if (address === undefined) {
    incident(run, number, 'value-invalid', { event: node.id, value: 'null' })
    return
  }
  token.doing = 'call'
  run.effects.push({
    type: 'call',
    id: idOf(run, number),
    node: node.id,
    kind,
    attributes: node.attributes,
    ...(address === null ? {} : { message: address.name, ...contentOf(run, number, node.inputs) }),
    ...(address?.key === undefined ? {} : { key: address.key }),
    local: localsOf(run, number),
  })
}

/** Opens a task for a person. */
export function openTask(run: Run, number: number): void {
  const token = tokenAt(run, number)
  const node = nodeAt(run, token.at)
  token.doing = 'task'
  run.effects.push({
    type: 'task-opened',
    id: idOf(run, number),
    node: node.id,
    name: node.name ?? node.id,
    attributes: node.attributes,
    local: localsOf(run, number),
  })
}

/** Asks for a child instance. */
export function startChild(run: Run, number: number): void {
  const token = tokenAt(run, number)
  const node = nodeAt(run, token.at)
  if (!node.called) throw new Error(`nothing called at ${node.id}`)
  token.doing = 'child'
  run.effects.push(childEffect(run, number, node, node.called, idOf(run, number)))
}

function runScript(run: Run, number: number, script: NonNullable<Node['script']>): Json {
  const value = evaluateAt(run, number, script.feel)
  if (script.result !== undefined) assign(run, number, script.result, value)
  else if (isJsonObject(value)) for (const name in value) assign(run, number, name, value[name] ?? null)
  return value
}

/** Opens a process or sub-process: what may interrupt it first, then its first tokens. */
export function openScope(run: Run, number: number, scopeId: string): void {
  tokenAt(run, number).doing = 'scope'
  if (!openEventSubProcesses(run, number, scopeId)) return
  const node = run.process.nodes[scopeId]
  const starts = run.process.scopes[scopeId]?.starts ?? []
  if (node?.adHoc) {
    const { name = scopeId, attributes } = node
    const local = localsOf(run, number)
    run.effects.push({
      type: 'activities-offered',
      id: idOf(run, number),
      node: scopeId,
      name,
      attributes,
      activities: starts,
      local,
    })
    return
  }
  for (const start of starts) run.agenda.push({ node: start, in: number })
}

/** How each type of activity begins; a type that is not here is done at once. */
const work: Readonly<Partial<Record<NodeType, (run: Run, number: number, node: Node) => void>>> = {
  'user-task': openTask,
  'service-task': askForCall,
  'send-task': askForCall,
  'business-rule-task': askForCall,
  'receive-task': waitForEvents,
  'call-activity': startChild,
  'sub-process': (run, number, node) => openScope(run, number, node.id),
  transaction: (run, number, node) => openScope(run, number, node.id),
  'ad-hoc-sub-process': (run, number, node) => openScope(run, number, node.id),
}

/** Begins an activity in a token that has just been placed there. */
export function startActivity(run: Run, number: number, node: Node, instance: boolean): void {
  if (!instance && !openBoundaries(run, number, node.id)) return
  if (node.repetition && !instance) {
    if (startRepetition(run, number, node) === 'done') finishEmptyRepetition(run, number)
    return
  }
  for (const { target, source } of node.inputs ?? []) assignLocal(run, number, target, resolve(run, number, source))
  if (node.script) {
    finish(run, number, runScript(run, number, node.script))
    return
  }
  const begin = work[node.type]
  if (begin) begin(run, number, node)
  else finish(run, number)
}
