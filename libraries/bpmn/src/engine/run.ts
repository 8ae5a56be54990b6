import type { Evaluate, Moment } from '../expression/evaluate.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { Feel, Node, Process, Value } from '../model/process.ts'
import type { Effect, HistoryEffect } from './effect.ts'
import type { Progress, State, Token, Wait } from './state.ts'

/** A token that is on its way to a node. */
export interface Arrival {
  readonly node: string
  readonly in: number
  readonly via?: string
  readonly local?: JsonObject
  /** The token that has this activity undone. */
  readonly undoing?: number
  /** The event of the node has already happened, with this content. */
  readonly occurred?: true
  readonly content?: Json
  /** It is one instance of a repeated activity. */
  readonly instance?: true
}

/** One step while it runs: a private copy of the state, what has come of it so far, what is still on its way. */
export interface Run {
  readonly process: Process
  readonly state: State
  readonly effects: Effect[]
  readonly moment: Moment
  readonly evaluate: Evaluate
  readonly mostInstances: number
  readonly missedCycles: 'once' | 'each'
  agenda: Arrival[]
  data: JsonObject
  /** Conditions have to be looked at again. */
  changed: boolean
}

function copyToken(token: Token): Token {
  const copy = { ...token }
  if (copy.local) copy.local = { ...copy.local }
  if (copy.progress)
    copy.progress = { ...copy.progress, ...(copy.progress.results ? { results: [...copy.progress.results] } : {}) }
  if (copy.undoable) copy.undoable = [...copy.undoable]
  if (copy.left) copy.left = [...copy.left]
  if (copy.fired) copy.fired = [...copy.fired]
  return copy
}

/** A copy of a state that a step may change. */
export function copyState(state: State): State {
  const tokens: Record<string, Token> = {}
  for (const number in state.tokens) {
    const token = state.tokens[number]
    if (token) tokens[number] = copyToken(token)
  }
  const waits: Record<string, Wait> = {}
  for (const number in state.waits) {
    const wait = state.waits[number]
    if (wait) waits[number] = { ...wait }
  }
  return { ...state, format: 2, tokens, waits }
}

/** The id under which a token or wait is known outside. */
export function idOf(run: Run, number: number): string {
  return `${run.state.instance}:${number}`
}

/** The number behind an id of this instance, or undefined when the id is of another one. */
export function numberOf(run: Run, id: string): number | undefined {
  const prefix = `${run.state.instance}:`
  const text = id.startsWith(prefix) ? id.slice(prefix.length) : ''
  return /^(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : undefined
}

/** The next number; numbers are never used again. */
export function nextNumber(run: Run): number {
  return run.state.sequence++
}

/** A token that must exist. */
export function tokenAt(run: Run, number: number): Token {
  const token = run.state.tokens[number]
  if (!token) throw new Error(`no token ${number}`)
  return token
}

/** A node that must exist. */
export function nodeAt(run: Run, id: string): Node {
  const node = run.process.nodes[id]
  if (!node) throw new Error(`no node ${id}`)
  return node
}

/** The numbers of all tokens directly in a scope, oldest first. */
export function tokensIn(run: Run, scope: number): number[] {
  const found: number[] = []
  for (const number in run.state.tokens) if (run.state.tokens[number]?.in === scope) found.push(Number(number))
  return found
}

/** Places a new token and returns its number. */
export function placeToken(run: Run, token: Token): number {
  const number = nextNumber(run)
  run.state.tokens[number] = token
  return number
}

/** Tells the history about a node. */
export function tell(run: Run, what: HistoryEffect['what'], element: string, number: number): void {
  const stage = run.process.nodes[element]?.attributes.stage
  run.effects.push({ type: 'history', what, element, id: idOf(run, number), ...(stage === undefined ? {} : { stage }) })
}

/** What an expression can ask about a repeated activity (BPMN table 10.30, and under Camunda's names). */
function countsOf(run: Run, number: number, progress: Progress): JsonObject {
  const active = progress.children?.replaceAll('c', '').length ?? tokensIn(run, number).length
  const total = progress.total
  return {
    numberOfInstances: total,
    numberOfActiveInstances: active,
    numberOfCompletedInstances: progress.completed,
    numberOfTerminatedInstances: 0,
    nrOfInstances: total,
    nrOfActiveInstances: active,
    nrOfCompletedInstances: progress.completed,
  }
}

/** The local variables that a token sees: its own before those of the scopes around it. */
export function localsOf(run: Run, number: number): JsonObject {
  let locals: JsonObject = {}
  for (let at = number; at >= 0; ) {
    const token = tokenAt(run, at)
    if (token.progress) locals = { ...countsOf(run, at, token.progress), ...locals }
    if (token.local) locals = { ...token.local, ...locals }
    at = token.in
  }
  return locals
}

/** Evaluates FEEL as a token sees the world; `extra` hides both locals and data. */
export function evaluateAt(run: Run, number: number, feel: Feel, extra?: JsonObject): Json {
  return run.evaluate(feel, { ...run.data, ...localsOf(run, number), ...extra }, run.moment).value
}

/** Whether a condition holds; null and everything that is not true does not (FEEL). */
export function holds(run: Run, number: number, feel: Feel, extra?: JsonObject): boolean {
  return evaluateAt(run, number, feel, extra) === true
}

/** The text or value that a model gives literally or by FEEL. */
export function resolve(run: Run, number: number, value: Value, extra?: JsonObject): Json {
  return 'text' in value ? value.text : evaluateAt(run, number, value.feel, extra)
}

/** A value as text: names and keys may come out of FEEL as numbers; null stays null. */
export function asText(value: Json): string | null {
  return typeof value === 'string' || value === null ? value : JSON.stringify(value)
}
