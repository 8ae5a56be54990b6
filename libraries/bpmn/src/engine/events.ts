import type { EventDefinition, Node } from '../model/process.ts'
import { addressOf } from './address.ts'
import { closeInside, closeToken, closeWaits } from './close.ts'
import type { Effect } from './effect.ts'
import { finish } from './finish.ts'
import { leave } from './flows.ts'
import { incident } from './incident.ts'
import { contentOf } from './mapped.ts'
import { idOf, nodeAt, placeToken, type Run, tokenAt } from './run.ts'
import { holderOf, scopeAround } from './scopes.ts'
import { endInstance, throwUp } from './throw.ts'
import { beginUndo, takeAllUndo, takeUndo } from './undo.ts'
import { openWaits } from './waits.ts'

/** What a message or signal event throws; undefined when it says nothing, because its name or key is null. */
function announcement(
  run: Run,
  number: number,
  node: Node,
  event: EventDefinition & { type: 'message' | 'signal' },
): Effect | undefined {
  const address = addressOf(run, number, event)
  const id = idOf(run, number)
  if (!address) return undefined
  const content = contentOf(run, number, node.inputs)
  return event.type === 'message'
    ? { type: 'message-sent', id, node: node.id, ...address, ...content, attributes: node.attributes }
    : { type: 'signal-thrown', id, node: node.id, name: address.name, ...content, sequence: run.state.sequence }
}

/** Announces what an event throws; false when that ended in an incident, and then nothing is announced. */
function announce(run: Run, number: number, node: Node, events: readonly EventDefinition[]): boolean {
  const effects: Effect[] = []
  for (const event of events) {
    if (event.type !== 'message' && event.type !== 'signal') continue
    const effect = announcement(run, number, node, event)
    if (!effect) {
      incident(run, number, 'value-invalid', { event: node.id, value: 'null' })
      return false
    }
    effects.push(effect)
  }
  run.effects.push(...effects)
  return true
}

/** Throws an escalation from a token; when nobody catches it, the calling instance is told. False: the token is gone. */
export function escalate(run: Run, number: number, node: string, code: string): boolean {
  if (!throwUp(run, number, { type: 'escalation', code })) run.effects.push({ type: 'escalation-thrown', node, code })
  return run.state.tokens[number] !== undefined
}

function terminate(run: Run, number: number): void {
  const scope = scopeAround(run, tokenAt(run, number).in)
  if (scope === 0) {
    closeToken(run, number, 'left')
    endInstance(run, 'terminated')
    return
  }
  closeToken(run, number, 'left')
  closeInside(run, scope)
  completeScope(run, scope)
}

/** A sub-process, or the instance of it, is done. */
export function completeScope(run: Run, scope: number): void {
  const token = tokenAt(run, scope)
  const node = nodeAt(run, token.at)
  if (node.type === 'event-sub-process') closeToken(run, scope, 'left')
  else finish(run, scope)
}

function throwError(run: Run, number: number, code: string): void {
  if (throwUp(run, number, { type: 'error', code })) return
  closeToken(run, number, 'left')
  endInstance(run, 'failed', code)
}

/**
 * A transaction is cancelled (BPMN clauses 10.3.5 and 13.5.3): what runs in it ends and what was done is undone; nothing
 * else may happen to it meanwhile. The cancel boundary event interrupts a repeated transaction as a whole, so all its
 * instances are cancelled and undone.
 */
function cancelAround(run: Run, number: number): void {
  const { in: scope } = tokenAt(run, number)
  const holder = holderOf(run, scope)
  const entries = takeAllUndo(run, holder)
  if (holder !== scope) closeInside(run, holder, scope)
  closeInside(run, scope, number)
  closeWaits(run, scope)
  closeWaits(run, holder)
  tokenAt(run, scope).interrupted = true
  beginUndo(run, number, entries, 'cancel')
}

function undoFrom(run: Run, number: number, node: Node, event: EventDefinition & { type: 'compensation' }): void {
  if (event.wait) {
    beginUndo(run, number, takeUndo(run, number, event.activity), node.type === 'end-event' ? 'end' : 'leave')
    return
  }
  const { in: scope } = tokenAt(run, number)
  leave(run, number)
  const aside = placeToken(run, { at: node.id, in: scope, doing: 'undo' })
  beginUndo(run, aside, takeUndo(run, aside, event.activity), 'end')
}

/** What a thrown event does to the token itself; the strongest first, where an event is multiple. */
const strongestFirst = ['error', 'terminate', 'cancel', 'link', 'compensation'] as const

function follow(run: Run, number: number, node: Node, event: EventDefinition | undefined): void {
  if (event?.type === 'error') throwError(run, number, event.code ?? '')
  else if (event?.type === 'terminate') terminate(run, number)
  else if (event?.type === 'cancel') cancelAround(run, number)
  else if (event?.type === 'link') goTo(run, number, event.name)
  else if (event?.type === 'compensation') undoFrom(run, number, node, event)
  else leave(run, number)
}

/** An intermediate throw or end event does what it throws; multiple events throw all (BPMN clause 10.5.5). */
export function throwEvent(run: Run, number: number, node: Node): void {
  const events = node.events ?? []
  if (!announce(run, number, node, events)) return
  for (const event of events) {
    if (event.type === 'escalation' && !escalate(run, number, node.id, event.code ?? '')) return
  }
  const strongest = strongestFirst
    .map(type => events.find(event => event.type === type))
    .find(event => event !== undefined)
  follow(run, number, node, strongest)
}

function goTo(run: Run, number: number, link: string): void {
  const { in: scope, at } = tokenAt(run, number)
  const here = nodeAt(run, at).scope
  const target = Object.values(run.process.nodes).find(
    node =>
      node.scope === here &&
      node.type === 'catch-event' &&
      node.events?.some(event => event.type === 'link' && event.name === link),
  )
  if (!target) throw new Error(`no link ${link}`)
  closeToken(run, number, 'left')
  run.agenda.push({ node: target.id, in: scope, occurred: true })
}

/** A token waits at a catch event, a receive task or an event-based gateway. */
export function waitForEvents(run: Run, number: number, node: Node): void {
  tokenAt(run, number).doing = 'catch'
  if (node.type !== 'event-based-gateway') {
    openWaits(run, number, node.id)
    return
  }
  for (const flow of node.outgoing) {
    const target = run.process.flows[flow]?.to
    if (target === undefined || !openWaits(run, number, nodeAt(run, target).id)) return
  }
}
