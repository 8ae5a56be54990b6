/** Plain values, as in JSON. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value }

/** Values by name. */
export type Values = { readonly [name: string]: Value }

/** A definition of an event; `code` is that of the error or escalation, absent when any is meant. */
export interface EventDefinition {
  readonly type:
    | 'message'
    | 'signal'
    | 'timer'
    | 'error'
    | 'escalation'
    | 'condition'
    | 'compensation'
    | 'cancel'
    | 'link'
    | 'terminate'
  /** Of a message, signal or link, as written: it may be an expression. */
  readonly name?: string
  readonly code?: string
  /** The activity that is to be compensated. */
  readonly activity?: string
  /** How often a timer happens, as written when it is an expression. */
  readonly times?: number | string
  readonly condition?: string
  /** Variables that receive the code and the message of what is caught. */
  readonly codeVariable?: string
  readonly messageVariable?: string
}

/** A copy of data into or out of an activity: an expression, or parts put together. */
export interface Mapping {
  readonly target: string
  readonly source: Source
}

/** Where a mapping takes its value from; keys of a map may be expressions too. */
export type Source =
  | { readonly text: string }
  | { readonly list: readonly Source[] }
  | { readonly map: readonly (readonly [string, Source])[] }

/** How an activity is repeated (clauses 13.2.6 and 13.2.7). */
export type Repetition =
  | { readonly kind: 'loop'; readonly before: boolean; readonly condition?: string; readonly most?: number }
  | {
      readonly kind: 'multiple'
      readonly sequential: boolean
      readonly cardinality?: string
      readonly collection?: string
      readonly element?: string
      readonly until?: string
    }

/** A flow node; `kind` is its name in the standard's XML schema. */
export interface FlowNode {
  readonly id: string
  readonly kind: string
  /** The process or sub-process it lies in. */
  readonly container: string
  /** Ids of sequence flows, in the order of the file. */
  readonly incoming: readonly string[]
  readonly outgoing: readonly string[]
  readonly defaultFlow?: string
  readonly events: readonly EventDefinition[]
  /** All of its events must happen, not one of them. */
  readonly allEvents: boolean
  readonly attachedTo?: string
  readonly interrupting: boolean
  readonly repetition?: Repetition
  readonly forCompensation: boolean
  /** A sub-process that an event starts. */
  readonly eventSubProcess: boolean
  /** The activity that undoes, for a compensation boundary event. */
  readonly undoneBy?: string
  readonly inputs: readonly Mapping[]
  readonly outputs: readonly Mapping[]
  /** The process a call activity calls. */
  readonly calls?: string
  /** Call activity: everything is copied in or out. */
  readonly allIn: boolean
  readonly allOut: boolean
  /** Call activity: what is copied in and out. */
  readonly callIn: readonly Mapping[]
  readonly callOut: readonly Mapping[]
  /** Script task: FEEL, and the variable that receives its value. */
  readonly script?: { readonly text: string; readonly result?: string }
  /** Complex gateway. */
  readonly activation?: string
  /** Ad-hoc sub-process. */
  readonly adHoc?: { readonly sequential: boolean; readonly until?: string; readonly cancelRemaining: boolean }
}

/** A sequence flow. */
export interface Flow {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly condition?: string
}

/** The processes of one file, flat: nodes know what they lie in. */
export interface Model {
  readonly processes: readonly string[]
  readonly nodes: ReadonlyMap<string, FlowNode>
  readonly flows: ReadonlyMap<string, Flow>
  /** All expressions with the name of the element or attribute that holds them, to think of data they may read. */
  readonly expressions: readonly { readonly of: string; readonly text: string }[]
}

/** The node; throws when the file has none of that id. */
export function nodeOf(model: Model, id: string): FlowNode {
  const node = model.nodes.get(id)
  if (!node) throw new Error(`no node ${id}`)
  return node
}

/** The sequence flow; throws when the file has none of that id. */
export function flowOf(model: Model, id: string): Flow {
  const flow = model.flows.get(id)
  if (!flow) throw new Error(`no flow ${id}`)
  return flow
}

/** The nodes that lie directly in a process or sub-process. */
export function nodesIn(model: Model, container: string): readonly FlowNode[] {
  return [...model.nodes.values()].filter(node => node.container === container)
}

/** The boundary events of an activity, except those of compensation, which only a throw reaches. */
export function boundariesOf(model: Model, activity: string): readonly FlowNode[] {
  return [...model.nodes.values()].filter(
    node => node.attachedTo === activity && !node.events.some(event => event.type === 'compensation'),
  )
}

/** The start event of an event sub-process. */
export function startOf(model: Model, container: string): FlowNode | undefined {
  return nodesIn(model, container).find(node => node.kind === 'startEvent')
}

/** What a flow is called where it is written down: its id, or what it connects when the file gives it none. */
export function flowName(flow: Flow): string {
  return flow.id.startsWith('\u0000') ? `${flow.from}>${flow.to}` : flow.id
}
