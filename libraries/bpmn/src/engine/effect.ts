import type { Json, JsonObject } from '../model/json.ts'

/** What the history of an instance says. Stage is the node's `tereze:stage`. */
export interface HistoryEffect {
  readonly type: 'history'
  readonly what: 'entered' | 'left' | 'cancelled' | 'flow'
  /** Node id, or flow id for `flow`. */
  readonly element: string
  /** The token; of a flow the scope's token. */
  readonly id: string
  readonly stage?: string
}

/** When a timer is due: an instant, or a working term which the caller counts with the organisation's calendar. */
export type Due = { readonly at: string } | { readonly term: Json }

/** Which version of a called process to start; `own` is the version of the caller itself. */
export type ChildVersion =
  | { readonly kind: 'latest' | 'deployment' | 'own' }
  | { readonly kind: 'version' | 'tag'; readonly value: string }

/** Why the engine cannot go on with a token. */
export type IncidentCode =
  /** No condition of a gateway holds and it has no default flow. */
  | 'no-flow-taken'
  /** A number of instances, a collection or a timer has a wrong value. */
  | 'value-invalid'
  /** More parallel instances than allowed. */
  | 'too-many-instances'
  /** A BPMN error that nothing catches, thrown by outside work. */
  | 'error-not-caught'
  | 'call-broken'
  /** The instance goes round without ever waiting. */
  | 'endless'
  /** The instance multiplies its tokens. */
  | 'too-many-tokens'
  /** Nothing can move any token. */
  | 'deadlock'
  | 'state-too-large'

/** Why an input was not taken up. */
export type Ignored = 'unknown-id' | 'not-started' | 'already-started' | 'ended' | 'suspended' | 'not-possible'

/** What the caller has to do, in order. Everything is written by the transaction that writes the state. */
export type Effect =
  | HistoryEffect
  | {
      readonly type: 'task-opened'
      readonly id: string
      readonly node: string
      readonly name: string
      readonly attributes: Readonly<Record<string, string>>
      readonly local: JsonObject
    }
  | { readonly type: 'task-cancelled'; readonly id: string; readonly node: string }
  /** Outside work to be done at least once under this id; answered by `call-completed`, `call-failed` or `call-broken`. */
  | {
      readonly type: 'call'
      readonly id: string
      readonly node: string
      readonly kind: 'service' | 'send' | 'business-rule'
      readonly attributes: Readonly<Record<string, string>>
      /** Of a send task: the name of the message and its correlation key. */
      readonly message?: string
      readonly key?: string
      /** Of a send task with input mappings: what the message says. */
      readonly content?: JsonObject
      readonly local: JsonObject
    }
  | { readonly type: 'call-cancelled'; readonly id: string; readonly node: string }
  /**
   * Start a child instance. With a `fragment` it is one instance of that activity of this very process (`fragmentOf`), on
   * the data of the case, and `local` goes to its start. `inputs` absent: it sees all data of the case; with `all` it
   * sees that and `inputs` before it.
   */
  | {
      readonly type: 'child-instance'
      readonly id: string
      readonly node: string
      readonly process: string
      readonly version: ChildVersion
      readonly key?: string
      readonly inputs?: JsonObject
      readonly all?: true
      readonly fragment?: string
      readonly attributes: Readonly<Record<string, string>>
      readonly local: JsonObject
    }
  | { readonly type: 'child-cancelled'; readonly id: string; readonly node: string }
  | { readonly type: 'timer-set'; readonly id: string; readonly node: string; readonly due: Due }
  | { readonly type: 'timer-cancelled'; readonly id: string; readonly node: string }
  | {
      readonly type: 'subscribe'
      readonly id: string
      readonly node: string
      readonly kind: 'message' | 'signal'
      readonly name: string
      readonly key?: string
    }
  | { readonly type: 'unsubscribe'; readonly id: string; readonly node: string; readonly kind: 'message' | 'signal' }
  /** A message goes out and nothing is waited for. */
  | {
      readonly type: 'message-sent'
      readonly id: string
      readonly node: string
      readonly name: string
      readonly key?: string
      /** What it says, when the event has input mappings. */
      readonly content?: JsonObject
      readonly attributes: Readonly<Record<string, string>>
    }
  /**
   * To be delivered to every instance that waits for it, this one included, with `before: sequence` for this one: what
   * begins to wait after the throw is not reached (BPMN clause 10.5.5).
   */
  | {
      readonly type: 'signal-thrown'
      readonly id: string
      readonly node: string
      readonly name: string
      readonly content?: JsonObject
      readonly sequence: number
    }
  /** An escalation that nothing in this instance catches; for the instance that called it. */
  | { readonly type: 'escalation-thrown'; readonly node: string; readonly code: string }
  | { readonly type: 'set-data'; readonly path: readonly string[]; readonly value: Json }
  /** Activities of an ad-hoc sub-process that may be begun by `activate`, until they are withdrawn. */
  | {
      readonly type: 'activities-offered'
      readonly id: string
      readonly node: string
      readonly name: string
      readonly attributes: Readonly<Record<string, string>>
      readonly activities: readonly string[]
      readonly local: JsonObject
    }
  /** Nothing of an ad-hoc sub-process can be begun any more: it is done, or was ended. What has begun may still run. */
  | { readonly type: 'activities-withdrawn'; readonly id: string; readonly node: string }
  | {
      readonly type: 'incident'
      readonly id: string
      readonly node: string
      readonly code: IncidentCode
      readonly params: Readonly<Record<string, string>>
    }
  | { readonly type: 'incident-resolved'; readonly id: string; readonly node: string }
  /** The instance has ended; `error` with `failed`; `result` of a completed fragment is what it contributes. */
  | {
      readonly type: 'ended'
      readonly outcome: 'completed' | 'terminated' | 'failed' | 'cancelled'
      readonly error?: string
      readonly result?: Json
    }
  /** An input that came too late, twice, or to the wrong instance. */
  | {
      readonly type: 'ignored'
      readonly input: number
      readonly reason: Ignored
    }
