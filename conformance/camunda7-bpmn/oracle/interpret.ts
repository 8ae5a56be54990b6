import { evaluateSource, evaluateText, isTrue } from './expression.ts'
import { type JoinRules, standardRules } from './join-rules.ts'
import {
  type EventDefinition,
  type FlowNode,
  flowName,
  flowOf,
  type Mapping,
  type Model,
  nodeOf,
  nodesIn,
  startOf,
  type Value,
  type Values,
} from './model.ts'
import { activityCompleted } from './rules/ad-hoc.ts'
import { throwCancel, throwCompensation, undoNext } from './rules/compensation.ts'
import { type ComplexMove, complexJoin, flowsOnReset } from './rules/complex-gateway.ts'
import { throwError } from './rules/error.ts'
import { throwEscalation } from './rules/escalation.ts'
import { beginLoop, roundCompleted } from './rules/loop.ts'
import { beginMultiple, instanceCompleted } from './rules/multiple-instance.ts'
import { flowsTaken, holdingFlows } from './rules/sequence-flow.ts'
import { throwSignal } from './rules/signal.ts'
import {
  type Happening,
  newHandlers,
  newScope,
  type Oracle,
  type Outcome,
  type Scope,
  scopesBelow,
  type Token,
} from './state.ts'
import { trigger, type Wait, waitsOf } from './waits.ts'

/** Which of several things that are possible happens next: the standard does not say, so every order must do. */
export type Order = (possible: number) => number

/** A stimulus from outside that an execution waits for. */
export type Stimulus =
  | { readonly kind: 'happens'; readonly wait: Wait; readonly result?: Values }
  | { readonly kind: 'signal'; readonly name: string }
  | { readonly kind: 'data'; readonly values: Values }
  | { readonly kind: 'error'; readonly wait: Wait; readonly code: string }
  | { readonly kind: 'escalation'; readonly wait: Wait; readonly code: string }
  | { readonly kind: 'start'; readonly wait: Wait; readonly activity: string }

const mostMoves = 5000
const subProcess = /^(subProcess|transaction|adHocSubProcess)$/
const activity = /(^task|Task|^subProcess|^transaction|SubProcess|^callActivity)$/

/** A naive interpreter of tokens: it looks for everything that may happen, lets one of them happen, and looks again. */
export class Interpreter implements Oracle {
  readonly model: Model
  readonly root: Scope
  readonly happenings: Happening[] = []
  ended: Outcome | null = null
  unclear: string | null = null
  readonly #joins: JoinRules
  #tokens = 0
  readonly #order: Order
  /** Signals thrown and not yet delivered. */
  readonly #signals: string[] = []

  constructor(model: Model, process: string, values: Values, order: Order, joins: JoinRules = standardRules) {
    this.model = model
    this.root = newScope(process, null, { values })
    this.#joins = joins
    this.#order = order
  }

  /** Clause 13.1: the process begins at one of its start events, or at every node that no flow leads to. */
  begin(start: string | null): void {
    this.#beginIn(this.root, start === null ? null : nodeOf(this.model, start))
    this.#settle()
  }

  /** Gives a stimulus and lets happen what follows from it. */
  give(stimulus: Stimulus): void {
    const { root } = this
    if (stimulus.kind === 'data') root.data.values = { ...root.data.values, ...stimulus.values }
    else if (stimulus.kind === 'signal') throwSignal(this, stimulus.name)
    else {
      const { wait } = stimulus
      const { token } = wait
      if (stimulus.kind === 'start') {
        if (token?.inner) this.enter(nodeOf(this.model, stimulus.activity), token.inner)
      } else if (stimulus.kind === 'happens') trigger(this, wait)
      else if (token && stimulus.kind === 'error') throwError(this, wait.scope, stimulus.code, token)
      else if (token) throwEscalation(this, wait.scope, stimulus.code, token)
    }
    this.#settle()
  }

  variables(scope: Scope, token?: Token): Values {
    const owner = scope.owner && scope.owner.scope.data === scope.data ? scope.owner : undefined
    return {
      ...(owner ? this.variables(owner.scope, owner) : scope.data.values),
      ...(token?.whole ? token.whole.locals : {}),
      ...(token ? token.locals : {}),
    }
  }

  enter(node: FlowNode, scope: Scope, more: Partial<Token> = {}): Token {
    const token: Token = {
      number: ++this.#tokens,
      node,
      scope,
      doing: 'work',
      inner: null,
      repeat: null,
      whole: null,
      locals: {},
      handlers: newHandlers(),
      undo: null,
      undoneFor: null,
      ...more,
    }
    if (token.whole) token.whole.repeat?.running.push(token)
    else if (token.undoneFor?.undo) token.undoneFor.undo.current = token
    else scope.tokens.push(token)
    this.happenings.push({ what: 'entered', name: node.id })
    if (more.doing === undefined) this.#act(token)
    return token
  }

  put(flow: string, scope: Scope): void {
    scope.onFlows.push(flow)
    this.happenings.push({ what: 'flow', name: flowName(flowOf(this.model, flow)) })
  }

  complete(token: Token): void {
    const { node, scope } = token
    const { repetition } = node
    if (token.repeat === null) this.#copyOut(token)
    if (token.whole) {
      this.#recordDone(token)
      this.#end(token)
      if (repetition?.kind === 'multiple') instanceCompleted(this, token.whole, repetition)
      else if (repetition) roundCompleted(this, token.whole, repetition)
      return
    }
    if (token.undoneFor) {
      this.#end(token)
      undoNext(this, token.undoneFor)
      return
    }
    if (token.repeat === null) this.#recordDone(token)
    this.leave(token)
    activityCompleted(this, scope)
  }

  leave(token: Token): void {
    const { node, scope } = token
    if (!activity.test(node.kind)) this.#copyOut(token)
    const variables = this.variables(scope, token)
    const holding = holdingFlows(this.model, node, variables)
    const chosen = node.kind === 'exclusiveGateway' ? this.#joins.exclusive(holding) : undefined
    const taken =
      node.kind === 'exclusiveGateway' && chosen
        ? [chosen.id]
        : node.kind === 'parallelGateway'
          ? node.outgoing
          : flowsTaken(this.model, node, holding)
    if (taken === null) {
      token.doing = 'stuck'
      return
    }
    this.#end(token)
    for (const flow of taken) this.put(flow, scope)
  }

  remove(token: Token): void {
    const lists = [token.scope.tokens, token.whole?.repeat?.running ?? []]
    for (const list of lists) if (list.includes(token)) list.splice(list.indexOf(token), 1)
    if (token.undoneFor?.undo?.current === token) token.undoneFor.undo.current = null
  }

  cancel(token: Token): void {
    for (const instance of [...(token.repeat?.running ?? [])]) this.cancel(instance)
    if (token.inner) this.cancelAll(token.inner)
    if (token.undo?.current) this.cancel(token.undo.current)
    this.remove(token)
    this.happenings.push({ what: 'cancelled', name: token.node.id })
  }

  cancelAll(scope: Scope): void {
    for (const token of [...scope.tokens]) this.cancel(token)
    scope.onFlows = []
    scope.resetting.clear()
  }

  open(token: Token, container: string, start: FlowNode | null, data?: { values: Values }): void {
    token.doing = data ? 'calling' : 'inside'
    token.inner = newScope(container, token, data ?? token.scope.data)
    if (token.node.adHoc) return
    this.#beginIn(token.inner, start)
  }

  startHandler(node: FlowNode, scope: Scope, more: Partial<Token> = {}): Token {
    const start = startOf(this.model, node.id) ?? null
    if (start?.interrupting && !more.undoneFor) {
      scope.interrupted = true
      this.cancelAll(scope)
    }
    const token = this.enter(node, scope, { ...more, doing: 'inside' })
    this.open(token, node.id, start)
    return token
  }

  fireBoundary(boundary: FlowNode, host: Token, definition: EventDefinition): void {
    const interrupts = boundary.interrupting || definition.type === 'error' || definition.type === 'cancel'
    if (interrupts) {
      if (host.undoneFor) this.unclear = 'a compensation handler is interrupted'
      this.cancel(host)
    }
    this.enter(boundary, host.scope, {})
    if (interrupts) activityCompleted(this, host.scope)
  }

  /** A token ends at its node, having done what the node asks. */
  #end(token: Token): void {
    this.remove(token)
    this.happenings.push({ what: 'left', name: token.node.id })
  }

  #beginIn(scope: Scope, start: FlowNode | null): void {
    if (start) {
      this.enter(start, scope)
      return
    }
    const begins = nodesIn(this.model, scope.container).filter(
      node =>
        node.incoming.length === 0 &&
        !node.eventSubProcess &&
        !node.forCompensation &&
        node.attachedTo === undefined &&
        !(node.kind === 'intermediateCatchEvent' && node.events.some(event => event.type === 'link')),
    )
    for (const node of begins) this.enter(node, scope)
  }

  /** Clause 13.2.2: what a node does with a token that entered it. */
  #act(token: Token): void {
    const { node, scope } = token
    const { repetition } = node
    if (repetition && !token.whole) {
      if (repetition.kind === 'multiple') beginMultiple(this, token, repetition)
      else beginLoop(this, token, repetition)
    } else if (activity.test(node.kind)) this.#work(token)
    else if (node.kind === 'intermediateCatchEvent' && !node.events.some(event => event.type === 'link'))
      token.doing = node.events.length === 0 ? 'stuck' : 'wait'
    else if (node.kind === 'intermediateThrowEvent' || node.kind === 'endEvent') this.#throw(token)
    else if (node.kind === 'eventBasedGateway') token.doing = 'choice'
    else if (node.kind === 'startEvent' || node.kind === 'boundaryEvent' || node.kind === 'intermediateCatchEvent')
      this.leave(token)
    else throw new Error(`${node.kind} not understood in ${scope.container}`)
  }

  /**
   * Clause 13.2.3: tasks wait until their work is done; abstract tasks complete at once, and manual ones are not managed,
   * so that nobody reports them done.
   */
  #work(token: Token): void {
    const { node, scope } = token
    const variables = this.variables(scope, token)
    if (node.inputs.length > 0)
      token.locals = {
        ...token.locals,
        ...Object.fromEntries(node.inputs.map(({ source, target }) => [target, evaluateSource(source, variables)])),
      }
    if (subProcess.test(node.kind)) {
      const start = startOf(this.model, node.id) ?? null
      this.open(token, node.id, start)
    } else if (node.kind === 'callActivity') {
      const called = String(evaluateText(node.calls ?? '', variables))
      if (this.model.processes.includes(called)) {
        const start =
          nodesIn(this.model, called).find(other => other.kind === 'startEvent' && other.events.length === 0) ?? null
        this.open(token, called, start, { values: this.#copied(node.allIn, node.callIn, this.variables(scope, token)) })
      }
    } else if (node.kind === 'receiveTask') token.doing = 'wait'
    else if (node.script) {
      const { result, text } = node.script
      const value = evaluateText(`=${text}`, variables)
      if (result !== undefined) scope.data.values = { ...scope.data.values, [result]: value }
      this.complete(token)
    } else if (node.kind === 'task' || node.kind === 'manualTask') this.complete(token)
  }

  #copied(all: boolean, mappings: readonly Mapping[], from: Values): Values {
    return {
      ...(all ? from : {}),
      ...Object.fromEntries(
        mappings.map(({ source, target }): [string, Value] => [target, evaluateSource(source, from)]),
      ),
    }
  }

  /** Clause 10.3.2: what an activity gives goes to the data of the process. */
  #copyOut(token: Token): void {
    const { inner, node, scope } = token
    if (node.kind === 'callActivity')
      scope.data.values = { ...scope.data.values, ...this.#copied(node.allOut, node.callOut, inner?.data.values ?? {}) }
    for (const { source, target } of node.outputs) {
      const value = evaluateSource(source, this.variables(scope, token))
      scope.data.values = { ...scope.data.values, [target]: value }
    }
  }

  #recordDone({ inner, locals, node, scope }: Token): void {
    scope.done.push({ node, scope, inner, locals })
  }

  /** Clauses 13.4.2 and 13.4.6: what an event throws, and that the token goes on or ends. */
  #throw(token: Token): void {
    const { node, scope } = token
    const [event] = node.events
    const variables = this.variables(scope, token)
    switch (event?.type) {
      case 'compensation':
        throwCompensation(this, token, event)
        return
      case 'cancel':
        throwCancel(this, token)
        return
      case 'error':
        this.#end(token)
        throwError(this, scope, event.code, null)
        return
      case 'terminate':
        this.#end(token)
        this.cancelAll(scope)
        if (scope === this.root) this.ended = 'terminated'
        return
      case 'escalation':
        throwEscalation(this, scope, event.code, null)
        if (scope.tokens.includes(token)) this.leave(token)
        return
      case 'signal':
        this.#signals.push(String(evaluateText(event.name ?? '', variables)))
        this.leave(token)
        return
      case 'link': {
        const target = nodesIn(this.model, node.container).find(
          other =>
            other.kind === 'intermediateCatchEvent' &&
            other.events.some(({ name, type }) => type === 'link' && name === event.name),
        )
        this.#end(token)
        if (target) this.enter(target, scope)
        return
      }
      default:
        this.leave(token)
    }
  }

  /** Lets everything happen that needs nothing from outside. */
  #settle(): void {
    for (let moves = 0; this.ended === null; moves++) {
      if (moves > mostMoves) throw new Error('does not come to rest')
      const possible = [
        ...scopesBelow(this.root).flatMap(scope => this.#moves(scope)),
        ...this.#signals.map(name => () => this.#deliver(name)),
        ...this.#conditionsComeTrue(),
      ]
      const next = possible.length === 0 ? undefined : possible[this.#order(possible.length)]
      if (!next) return
      next()
    }
  }

  #deliver(name: string): void {
    this.#signals.splice(this.#signals.indexOf(name), 1)
    throwSignal(this, name)
  }

  /** Everything that can happen in a scope: tokens go into nodes, gateways join, the scope completes. */
  #moves(scope: Scope): readonly (() => void)[] {
    if (scope.tokens.length === 0 && scope.onFlows.length === 0 && this.#mayComplete(scope))
      return [() => this.#scopeDone(scope)]
    const targets = new Set([...scope.onFlows.map(flow => flowOf(this.model, flow).to), ...scope.resetting.keys()])
    return [...targets].flatMap(id => this.#movesInto(nodeOf(this.model, id), scope))
  }

  #movesInto(node: FlowNode, scope: Scope): readonly (() => void)[] {
    const go = (flows: readonly string[]) => () => {
      for (const flow of flows) scope.onFlows.splice(scope.onFlows.indexOf(flow), 1)
      this.#arrive(node, scope)
    }
    if (node.kind === 'parallelGateway' || node.kind === 'inclusiveGateway') {
      const join = node.kind === 'parallelGateway' ? this.#joins.parallel : this.#joins.inclusive
      const flows = join(this.model, scope, node)
      return flows ? [go(flows)] : []
    }
    if (node.kind === 'complexGateway') {
      const move = complexJoin(this.model, scope, node, this.variables(scope))
      return move ? [() => this.#complex(node, scope, move)] : []
    }
    return node.incoming.filter(flow => scope.onFlows.includes(flow)).map(flow => go([flow]))
  }

  #complex(node: FlowNode, scope: Scope, { consumes, phase }: ComplexMove): void {
    for (const flow of consumes) scope.onFlows.splice(scope.onFlows.indexOf(flow), 1)
    if (phase === 'reset') {
      scope.resetting.delete(node.id)
      const variables = { ...this.variables(scope), waitingForStart: false }
      for (const flow of flowsOnReset(this.model, node, variables)) this.put(flow, scope)
      return
    }
    scope.resetting.set(node.id, new Set(consumes))
    this.leave(this.enter(node, scope, { doing: 'wait', locals: { waitingForStart: true } }))
  }

  /** A token comes into a node from a flow. */
  #arrive(node: FlowNode, scope: Scope): void {
    const through = /^(exclusive|parallel|inclusive)Gateway$/.test(node.kind)
    const token = this.enter(node, scope, through ? { doing: 'wait' } : {})
    if (through) this.leave(token)
  }

  #mayComplete(scope: Scope): boolean {
    const { owner } = scope
    if (!owner?.node.adHoc) return true
    return scope.closing
  }

  /** Clauses 13.1 and 13.2.4: without tokens inside, a process ends and a sub-process is complete. */
  #scopeDone(scope: Scope): void {
    const { owner } = scope
    if (!owner) this.ended = 'completed'
    else if (!owner.node.eventSubProcess) this.complete(owner)
    else {
      this.#end(owner)
      if (owner.undoneFor) undoNext(this, owner.undoneFor)
    }
  }

  /** Clause 10.4.5: a conditional event happens when its condition becomes true, and again after it was false. */
  #conditionsComeTrue(): readonly (() => void)[] {
    return waitsOf(this)
      .filter(wait => wait.kind === 'condition')
      .flatMap(wait => {
        const key = `${wait.node.id} ${wait.index}`
        const { truth } = wait.handlers
        const now = isTrue(wait.definition?.condition ?? 'false', this.variables(wait.scope, wait.token ?? undefined))
        if (!now) truth.set(key, false)
        if (!now || truth.get(key) === true) return []
        return [
          () => {
            truth.set(key, true)
            trigger(this, wait)
          },
        ]
      })
  }
}
