import type { Json } from './json.ts'

/** FEEL text, without the leading `=`. Evaluated over the case's data and the local variables of the enclosing tokens. */
export type Feel = string

/** A value written in a model: plain text as it stands, or FEEL to be evaluated when it is needed. */
export type Value = { readonly text: string } | { readonly feel: Feel }

/** What a flow node is (BPMN 2.0 clause 10); `task` is the untyped and the manual task, both of which pass straight on. */
export type NodeType =
  | 'task'
  | 'user-task'
  | 'service-task'
  | 'send-task'
  | 'business-rule-task'
  | 'receive-task'
  | 'script-task'
  | 'call-activity'
  | 'sub-process'
  | 'transaction'
  | 'ad-hoc-sub-process'
  | 'event-sub-process'
  | 'exclusive-gateway'
  | 'parallel-gateway'
  | 'inclusive-gateway'
  | 'complex-gateway'
  | 'event-based-gateway'
  | 'start-event'
  | 'catch-event'
  | 'throw-event'
  | 'boundary-event'
  | 'end-event'

/** When a timer is due: an instant, a duration, a repetition, or a term counted by a working calendar. */
export type TimerDefinition =
  | { readonly kind: 'date' | 'duration' | 'cycle'; readonly value: Value }
  | { readonly kind: 'term'; readonly term: Json }
  /** FEEL that gives a term, `{ workingDays: n }`, or a duration. */
  | { readonly kind: 'term'; readonly feel: Feel }

/** One event definition of an event node (BPMN 2.0 clause 10.5.5). */
export type EventDefinition =
  | { readonly type: 'timer'; readonly timer: TimerDefinition }
  | { readonly type: 'message'; readonly name: Value; readonly key?: Feel }
  | { readonly type: 'signal'; readonly name: Value }
  | { readonly type: 'condition'; readonly condition: Feel }
  | { readonly type: 'error'; readonly code?: string; readonly codeInto?: string; readonly messageInto?: string }
  | { readonly type: 'escalation'; readonly code?: string; readonly codeInto?: string }
  | { readonly type: 'link'; readonly name: string }
  | { readonly type: 'compensation'; readonly activity?: string; readonly wait: boolean }
  | { readonly type: 'cancel' }
  | { readonly type: 'terminate' }

/** One mapping of data into or out of an activity: `target` is a dotted path. */
export interface Mapping {
  readonly target: string
  readonly source: Value
}

/** How often an activity runs (BPMN 2.0 clauses 10.3.8 and 13.3.6, 13.3.7). */
export type Repetition =
  | {
      readonly kind: 'multiple'
      readonly sequential: boolean
      /** How many, or which collection; at least one of the two is present. */
      readonly count?: Value
      readonly collection?: Feel
      /** Local variable holding the element of this instance. */
      readonly element?: string
      readonly until?: Feel
      /** Where the collected results of all instances go, and what each contributes. */
      readonly output?: { readonly collection: string; readonly element: Feel }
    }
  | { readonly kind: 'loop'; readonly testBefore: boolean; readonly whileTrue?: Feel; readonly maximum?: number }

/** Which version of the called process is meant (resolved by the caller, once, when the child starts). */
export type VersionBinding =
  | { readonly kind: 'latest' }
  | { readonly kind: 'deployment' }
  | { readonly kind: 'version'; readonly version: Value }
  | { readonly kind: 'tag'; readonly tag: Value }

/** What a call activity calls and what it hands over; without mappings the child sees the whole data of the case. */
export interface CalledProcess {
  readonly process: Value
  readonly binding: VersionBinding
  readonly key?: Value
  readonly inputs?: readonly Mapping[]
  readonly outputs?: readonly Mapping[]
  /** Besides its mappings the child sees the whole data of the case; without mappings it does anyway. */
  readonly allIn?: true
  /** Besides its mappings the whole result of the child goes to the data of the case, name by name. */
  readonly allOut?: true
}

/** One flow node. Fields that do not apply to its type are absent. */
export interface Node {
  readonly id: string
  readonly type: NodeType
  readonly name?: string
  /** The sub-process it lies in, or the id of the process. */
  readonly scope: string
  readonly incoming: readonly string[]
  readonly outgoing: readonly string[]
  /** The default flow of a gateway or activity. */
  readonly defaultFlow?: string
  /**
   * Extension attributes: `tereze:role="registrar"` as `role`; those of other vendors with their usual prefix,
   * `camunda:assignee` as `camunda:assignee`. A task without `role` has the role of its lane.
   */
  readonly attributes: Readonly<Record<string, string>>
  readonly lane?: string
  readonly events?: readonly EventDefinition[]
  /** All of `events` must happen, not just one (parallel multiple, clause 10.5.5). */
  readonly allEvents?: boolean
  /** Boundary event: the activity; the activity's own list is `boundaries`. */
  readonly attachedTo?: string
  readonly boundaries?: readonly string[]
  /** Boundary event or start of an event sub-process: whether what it interrupts is ended. */
  readonly interrupting?: boolean
  readonly repetition?: Repetition
  /** The activity exists only to undo another one. */
  readonly undoes?: boolean
  /** Compensation boundary event: the activity that undoes. */
  readonly undoneBy?: string
  readonly called?: CalledProcess
  readonly script?: { readonly feel: Feel; readonly result?: string }
  readonly inputs?: readonly Mapping[]
  readonly outputs?: readonly Mapping[]
  /** Complex gateway: when it fires, over `activationCount`. */
  readonly activation?: Feel
  /** Event-based gateway or receive task that begins an instance; `all` events are needed when parallel. */
  readonly instantiates?: 'one' | 'all'
  /** Ad-hoc sub-process: when it is done, one at a time or not, what happens to the rest. */
  readonly adHoc?: { readonly until?: Feel; readonly sequential: boolean; readonly cancelRest: boolean }
}

/** A sequence flow; `condition` absent means always. */
export interface Flow {
  readonly id: string
  readonly name?: string
  readonly from: string
  readonly to: string
  readonly condition?: Feel
}

/** What a process or sub-process contains that the engine asks for often. */
export interface Scope {
  /** Nodes that receive a token when the scope starts: its none start event, or every node without incoming flow. */
  readonly starts: readonly string[]
  /** Event sub-processes lying in it. */
  readonly eventSubProcesses: readonly string[]
  /** Inside an event sub-process: its only start event. */
  readonly trigger?: string
}

/** A lane: the group of people its tasks are for. */
export interface Lane {
  readonly id: string
  readonly name?: string
  readonly attributes: Readonly<Record<string, string>>
}

/** One executable process, checked and flat; plain JSON, so that it can be stored and cached by its hash. */
export interface Process {
  readonly format: 1
  readonly id: string
  readonly name?: string
  readonly attributes: Readonly<Record<string, string>>
  readonly nodes: Readonly<Record<string, Node>>
  readonly flows: Readonly<Record<string, Flow>>
  readonly scopes: Readonly<Record<string, Scope>>
  readonly lanes: readonly Lane[]
  /** It is one instance of a repeated activity, cut out to run as a child (`fragmentOf`); `result` is what it contributes. */
  readonly instanceOf?: { readonly node: string; readonly result?: Feel }
  /**
   * Every way an instance may begin: node → what triggers it (no `event`: started by hand).
   * A caller keeps subscriptions for those with an event.
   */
  readonly beginnings: readonly { readonly node: string; readonly events: readonly EventDefinition[] }[]
}
