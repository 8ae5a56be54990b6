import type { Json, JsonObject } from '../model/json.ts'
import type { Again } from '../timer/due.ts'
import type { IncidentCode } from './effect.ts'

/** How an instance stands: `ready` before its start; the last four are ends. */
export type Status = 'ready' | 'active' | 'suspended' | 'completed' | 'terminated' | 'failed' | 'cancelled'

/** What a token is doing at its node. */
export type Doing =
  /** Being a process or sub-process: other tokens are in it. */
  | 'scope'
  /** Holding the instances of a repeated activity. */
  | 'repeat'
  /** A person works. */
  | 'task'
  /** Outside work was asked for. */
  | 'call'
  /** A called process runs. */
  | 'child'
  /** Waiting for events: catch event, receive task, event-based gateway. */
  | 'catch'
  /** Waiting at a gateway for the other tokens. */
  | 'join'
  /** Waiting until what is to be undone is undone. */
  | 'undo'
  /** Unable to go on; somebody has to repair it. */
  | 'incident'

/** A completed activity that can be undone: the handler, or what is to be undone inside a sub-process. */
export interface Undo {
  readonly activity: string
  /** The activity that undoes; absent for a sub-process, which has `inside`. */
  readonly handler?: string
  readonly inside?: readonly Undo[]
  /** Event sub-process with a compensation start, run instead of `inside` itself. */
  readonly by?: string
  readonly local?: JsonObject
}

/** How far a repeated activity is. */
export interface Progress {
  readonly total: number | null
  started: number
  completed: number
  /** Elements of the collection, in states of format 1; later ones take them from the collection when they are needed. */
  readonly elements?: readonly Json[]
  /** Instances that run as children, one character each: `o` open, `b` broken, `c` completed. */
  children?: string
  results?: Json[]
}

/** A token: where it is, in which other token's scope, and what it does there. */
export interface Token {
  /** Node id; the id of the process for the first token. */
  at: string
  /** The token whose scope it is in; -1 for the first. */
  in: number
  doing: Doing
  /** The sequence flow by which it came. */
  via?: string
  /** Variables visible to this token and those in it. */
  local?: Record<string, Json>
  progress?: Progress
  /** Completed activities of this scope that can be undone, oldest first. */
  undoable?: Undo[]
  /** An interrupting event sub-process has ended what this scope was doing. */
  interrupted?: true
  /** It undoes an activity for that token. */
  undoing?: number
  /** Of a token that undoes: what is still to be undone, next last; and what follows. */
  left?: Undo[]
  ending?: 'leave' | 'end' | 'cancel'
  /** Complex gateway that has fired and waits for the rest: the flows that have brought a token. */
  fired?: string[]
  /** First token of a fragment: what the instance contributes to the collected result. */
  contributes?: Json
  /** Parallel multiple start: which of its events began the instance; the others are waited for. */
  happened?: number
  incident?: IncidentCode
  /** Stopped before its node, whose event has already happened. */
  occurred?: true
}

/** Something outside that may move a token. */
export interface Wait {
  /** The token that it belongs to and ends with. */
  readonly token: number
  /** The event node. */
  readonly node: string
  /** Which of the node's event definitions. */
  readonly event: number
  readonly kind: 'timer' | 'message' | 'signal' | 'condition'
  readonly name?: string
  readonly key?: string
  /** Timer: when it is due, where that is an instant. */
  readonly due?: string
  /** Timer that repeats. */
  readonly again?: Again
  /** Condition: what it was when it was last looked at. */
  was?: boolean
}

/**
 * The whole state of one instance (format 2; states of format 1 are read and become 2 by their next step): plain JSON, ≤ 64 KB, without the data of the case. Keys of `tokens` and `waits` are
 * sequence numbers; outside they are known as `<instance>:<sequence>`.
 */
export interface State {
  readonly format: 1 | 2
  readonly process: string
  readonly instance: string
  status: Status
  sequence: number
  tokens: Record<string, Token>
  waits: Record<string, Wait>
}

/** Greatest size of a state as JSON text, in UTF-16 units. */
export const largestState = 65_536

/** The state of an instance that has not begun. `instance` is the id that all ids of this instance begin with. */
export function newState(process: string, instance: string): State {
  return { format: 2, process, instance, status: 'ready', sequence: 0, tokens: {}, waits: {} }
}

/** Whether an instance has ended, in whichever way. */
export function hasEnded(state: State): boolean {
  return state.status !== 'ready' && state.status !== 'active' && state.status !== 'suspended'
}
