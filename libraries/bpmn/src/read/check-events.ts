import type { EventDefinition } from '../model/process.ts'
import type { Draft } from './container.ts'
import { type DraftNode, isActivity } from './nodes.ts'
import { type Reading, report } from './reading.ts'

type EventType = EventDefinition['type']

/** Which event definitions may be where (BPMN 2.0 tables 10.84 to 10.93). */
const allowed: Readonly<Record<string, ReadonlySet<EventType>>> = {
  'start of a process': new Set<EventType>(['message', 'timer', 'signal', 'condition']),
  'start of a sub-process': new Set<EventType>(),
  'start of an event sub-process': new Set<EventType>([
    'message',
    'timer',
    'signal',
    'condition',
    'error',
    'escalation',
    'compensation',
  ]),
  'catch-event': new Set<EventType>(['message', 'timer', 'signal', 'condition', 'link']),
  'throw-event': new Set<EventType>(['message', 'signal', 'escalation', 'compensation', 'link']),
  'boundary-event': new Set<EventType>([
    'message',
    'timer',
    'signal',
    'condition',
    'error',
    'escalation',
    'compensation',
    'cancel',
  ]),
  'end-event': new Set<EventType>(['message', 'signal', 'error', 'escalation', 'compensation', 'cancel', 'terminate']),
}

function placeOf(draft: Draft, node: DraftNode): string {
  if (node.type !== 'start-event') return node.type
  const scope = draft.nodes.get(node.scope)
  if (!scope) return 'start of a process'
  return scope.type === 'event-sub-process' ? 'start of an event sub-process' : 'start of a sub-process'
}

function checkLinks(reading: Reading, draft: Draft): void {
  const linkOf = (node: DraftNode) => node.events?.find(event => event.type === 'link')?.name
  for (const node of draft.nodes.values()) {
    const name = linkOf(node)
    if (name === undefined) continue
    const others = [...draft.nodes.values()].filter(
      other => other.scope === node.scope && other.type !== node.type && linkOf(other) === name,
    )
    if (node.type === 'throw-event' ? others.length !== 1 : others.length === 0)
      report(reading, 'link-unmatched', node.id, { link: name })
  }
}

function isCancel(node: DraftNode | undefined): boolean {
  return node?.events?.some(event => event.type === 'cancel') ?? false
}

function checkTransactions(reading: Reading, draft: Draft): void {
  for (const node of draft.nodes.values()) {
    if (node.type !== 'transaction') continue
    const ends = [...draft.nodes.values()].some(end => end.scope === node.id && isCancel(end))
    if (ends && !node.boundaries?.some(id => isCancel(draft.nodes.get(id))))
      report(reading, 'cancel-without-boundary', node.id)
  }
}

/**
 * A compensation event undoes activities of its own scope; in an event sub-process those of the scope around it (BPMN
 * clause 10.5.5, compensation).
 */
function checkCompensation(reading: Reading, draft: Draft, node: DraftNode): void {
  const around = draft.nodes.get(node.scope)
  const scope = around?.type === 'event-sub-process' ? around.scope : node.scope
  for (const event of node.events ?? []) {
    if (event.type !== 'compensation' || event.activity === undefined) continue
    const activity = draft.nodes.get(event.activity)
    if (!activity) report(reading, 'dangling-reference', node.id, { property: 'activityRef', to: event.activity })
    else if (activity.scope !== scope || !isActivity(activity.type))
      report(reading, 'compensation-out-of-reach', node.id, { activity: event.activity })
  }
}

/** Checks that every event definition is where BPMN allows it. */
export function checkEvents(reading: Reading, draft: Draft): void {
  for (const node of draft.nodes.values()) {
    const place = placeOf(draft, node)
    const may = allowed[place]
    if (!may) continue
    const events = node.events ?? []
    for (const { type } of events)
      if (!may.has(type)) report(reading, 'event-not-allowed', node.id, { event: type, at: place })
    if (
      events.length === 0 &&
      (node.type === 'catch-event' || node.type === 'boundary-event' || place === 'start of an event sub-process')
    ) {
      report(reading, 'event-not-allowed', node.id, { event: 'none', at: place })
    }
    const has = (type: EventType) => events.some(event => event.type === type)
    if (has('cancel')) {
      const around = draft.nodes.get(node.attachedTo ?? node.scope)
      if (around?.type !== 'transaction')
        report(reading, 'event-not-allowed', node.id, { event: 'cancel', at: around?.type ?? 'process' })
    }
    if (
      node.interrupting === false &&
      (has('error') || has('cancel') || (node.type === 'start-event' && has('compensation')))
    ) {
      report(reading, 'event-not-allowed', node.id, { event: 'not interrupting', at: place })
    }
    // All of several events can only be waited for where each of them is waited for.
    if (node.allEvents)
      for (const { type } of events)
        if (!['message', 'timer', 'signal', 'condition'].includes(type))
          report(reading, 'event-not-allowed', node.id, { event: type, at: 'parallel multiple event' })
    if (has('compensation') && place === 'start of an event sub-process') {
      const parent = draft.nodes.get(draft.nodes.get(node.scope)?.scope ?? '')
      if (!parent)
        report(reading, 'event-not-allowed', node.id, { event: 'compensation', at: 'event sub-process of a process' })
    }
    checkCompensation(reading, draft, node)
  }
  checkTransactions(reading, draft)
  checkLinks(reading, draft)
}
