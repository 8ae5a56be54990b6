import type { Json, JsonObject } from '../model/json.ts'

/** What can happen to an instance. Ids are those that effects told; an unknown one is answered by an `ignored` effect. */
export type Input =
  /**
   * Begins the instance, at `node` (see `beginnings`) or at its none start event; `content` is that of its event.
   * `event` says which of the node's definitions has happened, the first by default: a parallel multiple start waits
   * for the others. `local` are variables of this instance only, such as those handed to a fragment.
   */
  | {
      readonly type: 'start'
      readonly node?: string
      readonly event?: number
      readonly content?: JsonObject
      readonly local?: JsonObject
    }
  /** A person finished a task; `result` is visible to output mappings as `result`. */
  | { readonly type: 'task-completed'; readonly id: string; readonly result?: Json }
  | { readonly type: 'call-completed'; readonly id: string; readonly result?: Json }
  /** A task, call or child failed with a BPMN error; `message` is text for people. */
  | { readonly type: 'call-failed'; readonly id: string; readonly error: string; readonly message?: string }
  /** Outside work cannot be done for technical reasons; the token waits for `retry`. */
  | { readonly type: 'call-broken'; readonly id: string; readonly reason: string }
  | { readonly type: 'child-completed'; readonly id: string; readonly result?: Json }
  /** A task, call or child escalates and goes on. */
  | { readonly type: 'escalated'; readonly id: string; readonly code: string }
  | { readonly type: 'timer-fired'; readonly id: string }
  /** To one subscription by `id`, or to the oldest that waits for `name` (and `key`, when it has one). */
  | {
      readonly type: 'message'
      readonly id?: string
      readonly name: string
      readonly key?: string
      readonly content?: JsonObject
    }
  /** To everything in the instance that waits for `name`; with `before`, only to what began to wait before that sequence. */
  | { readonly type: 'signal'; readonly name: string; readonly before?: number; readonly content?: JsonObject }
  /** The data given with this step is new: conditions are looked at. */
  | { readonly type: 'data-changed' }
  /** Tries again what ended in an incident. */
  | { readonly type: 'retry'; readonly id: string }
  /** Begins an activity of an ad-hoc sub-process. */
  | { readonly type: 'activate'; readonly id: string; readonly node: string }
  /** Ends an ad-hoc sub-process that has no completion condition. */
  | { readonly type: 'scope-completed'; readonly id: string }
  /**
   * An authorised person takes a token away, or moves it to another node. Sub-processes around the node that do not run
   * are begun without their start; those that the move leaves empty end. At a join it counts as come by the flow `via`,
   * by default one that has brought none and by which none can come.
   */
  | { readonly type: 'move'; readonly id: string; readonly to?: string; readonly via?: string }
  /** An authorised person adds a token at a node, in the scope with the id `in` where there are several that fit. */
  | { readonly type: 'add'; readonly to: string; readonly in?: string; readonly via?: string }
  | { readonly type: 'suspend' }
  | { readonly type: 'resume' }
  /** Ends the instance from outside; nothing is undone. */
  | { readonly type: 'cancel' }
