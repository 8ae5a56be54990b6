import type { Due, Effect } from '../engine/effect.ts'
import type { State } from '../engine/state.ts'
import type { JsonObject } from '../model/json.ts'

/** Something an instance waits for from outside. */
export interface Pending {
  readonly instance: string
  readonly id: string
  readonly node: string
  readonly kind: 'task' | 'call' | 'child' | 'timer' | 'message' | 'signal' | 'activities' | 'incident'
  /** Of a task its name, of a message or signal what is waited for, of a child the called process, of an incident its code. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly local: JsonObject
  readonly key?: string
  readonly due?: Due
  /** Activities that an ad-hoc sub-process offers. */
  readonly activities?: readonly string[]
}

const nothing = { attributes: {}, local: {} }

/** What an effect makes an instance wait for, if anything. */
export function pendingOf(instance: string, effect: Effect): Pending | undefined {
  switch (effect.type) {
    case 'task-opened':
      return {
        instance,
        id: effect.id,
        node: effect.node,
        kind: 'task',
        name: effect.name,
        attributes: effect.attributes,
        local: effect.local,
      }
    case 'call':
      return {
        instance,
        id: effect.id,
        node: effect.node,
        kind: 'call',
        name: effect.node,
        attributes: effect.attributes,
        local: effect.local,
      }
    case 'child-instance':
      return {
        instance,
        id: effect.id,
        node: effect.node,
        kind: 'child',
        name: effect.process,
        attributes: effect.attributes,
        local: effect.local,
      }
    case 'timer-set':
      return {
        ...nothing,
        instance,
        id: effect.id,
        node: effect.node,
        kind: 'timer',
        name: effect.node,
        due: effect.due,
      }
    case 'subscribe': {
      const { id, node, kind, name, key } = effect
      return { ...nothing, instance, id, node, kind, name, ...(key === undefined ? {} : { key }) }
    }
    case 'activities-offered':
      return {
        ...nothing,
        instance,
        id: effect.id,
        node: effect.node,
        kind: 'activities',
        name: effect.name,
        attributes: effect.attributes,
        local: effect.local,
        activities: effect.activities,
      }
    case 'incident':
      return { ...nothing, instance, id: effect.id, node: effect.node, kind: 'incident', name: effect.code }
    default:
      return undefined
  }
}

/** Whether an instance still waits for something, judging by its state. */
export function isStillPending(state: State, { id, kind }: Pending): boolean {
  const [number = '', counter] = id.slice(state.instance.length + 1).split('/')
  const token = state.tokens[number]
  if (counter !== undefined)
    return token?.progress?.children?.[Number(counter) - 1] === (kind === 'incident' ? 'b' : 'o')
  switch (kind) {
    case 'timer':
    case 'message':
    case 'signal':
      return state.waits[number]?.kind === kind
    case 'activities':
      return token?.doing === 'scope' && !token.interrupted
    case 'incident':
      return token?.incident !== undefined
    default:
      return token?.doing === kind
  }
}

const endings: ReadonlySet<Effect['type']> = new Set([
  'task-cancelled',
  'call-cancelled',
  'child-cancelled',
  'timer-cancelled',
  'unsubscribe',
  'incident-resolved',
  'activities-withdrawn',
])

/** The id that is no longer waited for because of an effect. */
export function endedBy(effect: Effect): string | undefined {
  return endings.has(effect.type) && 'id' in effect ? effect.id : undefined
}
