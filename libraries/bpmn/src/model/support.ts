import type { EventDefinition, Node, Process } from './process.ts'

/** What a process may ask of its host. The list is closed. */
export const hostFeatures = {
  tasks: 'Tasks for people: `task-opened`.',
  calls: 'Outside work: `call`.',
  children: 'Child instances: `child-instance`.',
  fragments:
    'Child instances that are a fragment of the process itself: `child-instance` with `fragment`, of large repetitions.',
  timers: 'Timers at an instant: `timer-set` with `at`.',
  terms: 'Timers by a working term: `timer-set` with `term`.',
  'messages-in': 'Messages that are waited for: `subscribe` with kind `message`.',
  'messages-out': 'Messages that go out: `message-sent`, or `call` with a `message`.',
  'signals-in': 'Signals that are waited for: `subscribe` with kind `signal`.',
  'signals-out': 'Signals that are thrown: `signal-thrown`.',
  'escalations-out': 'Escalations for the calling instance: `escalation-thrown`.',
  conditions: 'Conditions that are looked at when data change: `data-changed` inputs.',
  'ad-hoc': 'Activities that somebody chooses: `activities-offered`.',
  'event-starts': 'Subscriptions and timers that begin instances, from `beginnings`.',
} as const

/** One of {@link hostFeatures}. */
export type HostFeature = keyof typeof hostFeatures

/** A feature that a process may ask for, and the elements that do. */
export interface NeededFeature {
  readonly feature: HostFeature
  readonly elements: readonly string[]
}

const throwing: ReadonlySet<Node['type']> = new Set(['throw-event', 'end-event'])

function ofEvent(event: EventDefinition, node: Node): readonly HostFeature[] {
  const throws = throwing.has(node.type)
  switch (event.type) {
    case 'timer':
      if (event.timer.kind !== 'term') return ['timers']
      return 'feel' in event.timer ? ['timers', 'terms'] : ['terms']
    case 'message':
      return [throws || node.type === 'send-task' ? 'messages-out' : 'messages-in']
    case 'signal':
      return [throws ? 'signals-out' : 'signals-in']
    case 'escalation':
      return throws ? ['escalations-out'] : []
    case 'condition':
      return ['conditions']
    default:
      return []
  }
}

function ofType(node: Node): readonly HostFeature[] {
  // What computes something by itself asks for nothing.
  if (node.script) return []
  switch (node.type) {
    case 'user-task':
      return ['tasks']
    case 'service-task':
    case 'send-task':
    case 'business-rule-task':
      return ['calls']
    case 'call-activity':
      return ['children']
    case 'ad-hoc-sub-process':
      return ['ad-hoc']
    default:
      return []
  }
}

function ofRepetition({ repetition, called }: Node): readonly HostFeature[] {
  if (repetition?.kind !== 'multiple' || repetition.sequential || called) return []
  const fixed =
    repetition.count && 'text' in repetition.count ? Number(repetition.count.text) : Number.POSITIVE_INFINITY
  return fixed <= 100 ? [] : ['fragments']
}

/**
 * What a process may ask of its host, with the elements that ask, so that a host can refuse at deployment what it cannot
 * do. The beginnings of the process ask for `event-starts`, not for a subscription.
 */
export function supportOf(process: Process): readonly NeededFeature[] {
  const found = new Map<HostFeature, string[]>()
  const note = (features: readonly HostFeature[], element: string) => {
    for (const feature of features) {
      const elements = found.get(feature) ?? []
      found.set(feature, elements)
      if (!elements.includes(element)) elements.push(element)
    }
  }
  const starts = new Map(process.beginnings.map(({ node, events }) => [node, events.length]))
  for (const node of Object.values(process.nodes)) {
    note([...ofType(node), ...ofRepetition(node)], node.id)
    if ((starts.get(node.id) ?? 0) > 0) note(['event-starts'], node.id)
    // A start waits only for the other events of a parallel multiple one, and a task that begins may be reached again.
    if (node.type === 'start-event' && starts.has(node.id) && !node.allEvents) continue
    for (const event of node.events ?? []) note(ofEvent(event, node), node.id)
  }
  return [...found].map(([feature, elements]) => ({ feature, elements }))
}
