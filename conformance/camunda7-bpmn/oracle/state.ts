import type { EventDefinition, FlowNode, Model, Value, Values } from './model.ts'

/** What a token at a node is doing. */
export type Doing =
  /** An activity or receive task waits for the outside. */
  | 'work'
  /** Waits for an event of its node. */
  | 'wait'
  /** An event-based gateway waits for the first event of its targets. */
  | 'choice'
  /** The sub-process inside is running. */
  | 'inside'
  /** The called process is running. */
  | 'calling'
  /** Its instances are running. */
  | 'repeating'
  /** Compensation is running. */
  | 'undoing'
  /** No outgoing sequence flow could be taken, or data was missing: an exception of the standard. */
  | 'stuck'

/** A token that is at a flow node. */
export interface Token {
  /** In order of creation. */
  readonly number: number
  readonly node: FlowNode
  readonly scope: Scope
  doing: Doing
  /** The scope of a sub-process or called process. */
  inner: Scope | null
  /** Set while the activity is repeated. */
  repeat: Repeating | null
  /** The token of the whole, when this one is an instance of a repeated activity. */
  readonly whole: Token | null
  /** Local variables. */
  locals: Values
  readonly handlers: Handlers
  /** Set while compensation runs. */
  undo: Undoing | null
  /** The token that waits for this compensation handler. */
  readonly undoneFor: Token | null
}

/** What boundary events or event sub-processes remember: how often each happened, and whether its condition was true. */
export interface Handlers {
  readonly happened: Map<string, number>
  readonly truth: Map<string, boolean>
  /** Event definitions of a parallel multiple event that have come, by node. */
  readonly came: Map<string, Set<number>>
}

/** The course of a repetition. */
export interface Repeating {
  readonly items: readonly Value[] | null
  readonly total: number
  started: number
  completed: number
  running: Token[]
}

/** The course of a compensation: what is left, latest first, and the handler that runs. */
export interface Undoing {
  readonly left: Done[]
  current: Token | null
  /** What follows when nothing is left. */
  readonly after: 'leave' | 'cancel' | 'undone'
}

/** An activity that completed and could be compensated. */
export interface Done {
  readonly node: FlowNode
  readonly scope: Scope
  readonly inner: Scope | null
  readonly locals: Values
}

/** A running process, sub-process or event sub-process, with the tokens that are directly in it. */
export interface Scope {
  readonly container: string
  /** The token of the sub-process or call activity; null for the outermost process. */
  readonly owner: Token | null
  readonly tokens: Token[]
  /** Sequence flows that hold a token, one entry a token. */
  onFlows: string[]
  /** The data, shared by all scopes of a process instance. */
  readonly data: { values: Values }
  readonly handlers: Handlers
  /** Whether an interrupting event sub-process has taken over. */
  interrupted: boolean
  /** Completed activities, in order of completion. */
  done: Done[]
  /** Complex gateways that have fired and wait to reset, with the flows they have consumed from. */
  readonly resetting: Map<string, Set<string>>
  /** Ad-hoc: its condition came true. */
  closing: boolean
}

/** What happened, in the order it happened. */
export interface Happening {
  readonly what: 'entered' | 'left' | 'cancelled' | 'flow'
  /** Node id, or name of the sequence flow. */
  readonly name: string
}

/** How an execution ended. */
export type Outcome = 'completed' | 'failed' | 'terminated'

/** What rules ask of the interpreter that runs them. */
export interface Oracle {
  readonly model: Model
  readonly happenings: Happening[]
  readonly root: Scope
  ended: Outcome | null
  /** Whether something happened that the standard leaves open, so that nothing may be expected. */
  unclear: string | null
  /** A token enters a node. */
  enter(node: FlowNode, scope: Scope, more?: Partial<Token>): Token
  /** Puts a token on a flow. */
  put(flow: string, scope: Scope): void
  /** The work of an activity is done. */
  complete(token: Token): void
  /** A token leaves its node by the outgoing flows. */
  leave(token: Token): void
  /** A token ends where it is. */
  remove(token: Token): void
  /** A token is cancelled with everything inside. */
  cancel(token: Token): void
  /** Everything in a scope is cancelled. */
  cancelAll(scope: Scope): void
  /** Starts the inside of a sub-process or called process. */
  open(token: Token, container: string, start: FlowNode | null, data?: { values: Values }): void
  /** Starts an event sub-process in its parent's scope. */
  startHandler(node: FlowNode, scope: Scope, more?: Partial<Token>): Token
  /** An event was caught by a boundary event. */
  fireBoundary(boundary: FlowNode, host: Token, definition: EventDefinition): void
  /** The variables that a token sees. */
  variables(scope: Scope, token?: Token): Values
}

/** Handlers that have not been used. */
export function newHandlers(): Handlers {
  return { happened: new Map(), truth: new Map(), came: new Map() }
}

/** A scope without tokens. */
export function newScope(container: string, owner: Token | null, data: { values: Values }): Scope {
  return {
    container,
    owner,
    tokens: [],
    onFlows: [],
    data,
    handlers: newHandlers(),
    interrupted: false,
    done: [],
    resetting: new Map(),
    closing: false,
  }
}

/** Every token below a scope that is at a node, wholes before their instances, outside before inside. */
export function tokensBelow(scope: Scope): readonly Token[] {
  return scope.tokens.flatMap(tokensOf)
}

/** A token and every one inside it. */
export function tokensOf(token: Token): readonly Token[] {
  return [
    token,
    ...(token.repeat?.running ?? []).flatMap(tokensOf),
    ...(token.inner ? tokensBelow(token.inner) : []),
    ...(token.undo?.current ? tokensOf(token.undo.current) : []),
  ]
}

/** Every scope that has not ended, outside before inside. */
export function scopesBelow(scope: Scope): readonly Scope[] {
  return [scope, ...tokensBelow(scope).flatMap(token => (token.inner ? [token.inner] : []))]
}
