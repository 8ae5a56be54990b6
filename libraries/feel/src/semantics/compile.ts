import type { Node, TypeNode } from '../syntax/tree.ts'
import { FeelFunction } from '../values/function.ts'
import { FeelRange } from '../values/range.ts'
import { ANY, conforms, type FeelType, isInstance } from '../values/types.ts'
import { entryOf, type FeelValue, isContext, isList, kindOf, newContext } from '../values/value.ts'
import { readAt } from './at-literal.ts'
import { coerce } from './coercion.ts'
import { compileIteration } from './iteration.ts'
import { arithmetic, compare, isIn, negated } from './operators.ts'
import { propertyOf } from './properties.ts'
import { type Code, Frame } from './run.ts'
import { Scope } from './scope.ts'

/** What the compiler knows of the outside. */
export interface Surroundings {
  /** A built-in function by name. */
  readonly builtin: (name: string) => FeelFunction | undefined
  /** A type by name; undefined when there is none. */
  readonly type: (name: string) => FeelType | undefined
  /** Called for a type that nobody knows. */
  readonly unknownType: (name: string, node: Node) => void
  /** Makes the function of a body marked `external`; undefined when the kind is not offered. */
  readonly external: (
    mapping: FeelValue,
    parameters: readonly { name: string; type: FeelType }[],
  ) => FeelFunction | undefined
}

/** Turns a tree into closures. */
export class Compiler {
  readonly scope = new Scope()
  private readonly surroundings: Surroundings

  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings
  }

  compile(node: Node): Code {
    switch (node.kind) {
      case 'null':
        return () => null
      case 'boolean':
      case 'number':
      case 'string': {
        const { value } = node
        return () => value
      }
      case 'at':
        return this.at(node)
      case 'name':
        return this.name(node)
      case 'path':
        return this.path(node)
      case 'negate':
        return this.negate(node)
      case 'arithmetic':
        return this.arithmetic(node)
      case 'comparison':
        return this.comparison(node)
      case 'and':
      case 'or':
        return this.logic(node)
      case 'between':
        return this.between(node)
      case 'in':
        return this.in(node)
      case 'instance of':
        return this.instance(node)
      case 'if':
        return this.condition(node)
      case 'for':
      case 'some':
      case 'every':
        return compileIteration(this, node)
      case 'filter':
        return this.filter(node)
      case 'call':
        return this.call(node)
      case 'call named':
        return this.callNamed(node)
      case 'list':
        return this.list(node)
      case 'context':
        return this.context(node)
      case 'function':
        return this.function(node)
      case 'range':
        return this.range(node)
      case 'test':
        return this.test(node)
      case 'tests':
        return this.tests(node)
    }
  }

  private at(node: Extract<Node, { kind: 'at' }>): Code {
    const value = readAt(node.text)
    if (value !== null) return () => value
    return frame => frame.run.warn('feel.literal-invalid', node, { text: node.text })
  }

  private name(node: Extract<Node, { kind: 'name' }>): Code {
    const { name } = node
    if (name === '?')
      return frame => (frame.run.input === undefined ? rootValue(frame, node, undefined) : frame.run.input)
    const places = this.scope.find(name)
    const last = places.at(-1)
    const builtin = this.surroundings.builtin(name)
    const outer: Code = last?.at === 'slot' ? slotCode(last.up, last.slot) : frame => rootValue(frame, node, builtin)
    return places
      .filter(place => place.at === 'item')
      .reduceRight<Code>((next, place) => {
        const item = slotCode(place.up, place.slot)
        return frame => {
          const value = item(frame)
          if (isContext(value)) {
            const entry = entryOf(value, name)
            if (entry !== undefined) return entry
          } else if (name !== 'item' && value !== null && typeof value === 'object') {
            const property = propertyOf(value, name)
            if (property !== undefined) return property
          }
          return next(frame)
        }
      }, outer)
  }

  private path(node: Extract<Node, { kind: 'path' }>): Code {
    const object = this.compile(node.object)
    const { name } = node
    return frame => {
      const value = object(frame)
      if (isContext(value)) {
        const entry = value[name]
        if (entry !== undefined && Object.hasOwn(value, name)) return entry
      }
      return pathValue(frame, value, node)
    }
  }

  private negate(node: Extract<Node, { kind: 'negate' }>): Code {
    const operand = this.compile(node.operand)
    return frame => {
      const value = operand(frame)
      const result = negated(value)
      return result === undefined
        ? frame.run.warn('feel.operands-invalid', node, { operator: '-', left: kindOf(value) })
        : result
    }
  }

  private arithmetic(node: Extract<Node, { kind: 'arithmetic' }>): Code {
    const left = this.compile(node.left)
    const right = this.compile(node.right)
    const { operator } = node
    return frame => {
      const a = left(frame)
      const b = right(frame)
      const result = arithmetic(operator, a, b)
      if (result !== undefined) return result
      return frame.run.warn('feel.operands-invalid', node, { operator, left: kindOf(a), right: kindOf(b) })
    }
  }

  private comparison(node: Extract<Node, { kind: 'comparison' }>): Code {
    const left = this.compile(node.left)
    const right = this.compile(node.right)
    const { operator } = node
    return frame => {
      const a = left(frame)
      const b = right(frame)
      const result = compare(operator, a, b)
      if (result !== null) return result
      return frame.run.warn('feel.operands-invalid', node, { operator, left: kindOf(a), right: kindOf(b) })
    }
  }

  /** Ternary logic (DMN 1.5 tables 48–50). */
  private logic(node: Extract<Node, { kind: 'and' | 'or' }>): Code {
    const operands = node.operands.map(operand => this.compile(operand))
    const decisive = node.kind === 'or'
    return frame => {
      let unknown = false
      for (const operand of operands) {
        const value = operand(frame)
        if (value === decisive) return decisive
        if (value !== !decisive) unknown = true
      }
      return unknown ? null : !decisive
    }
  }

  private between(node: Extract<Node, { kind: 'between' }>): Code {
    const value = this.compile(node.value)
    const low = this.compile(node.low)
    const high = this.compile(node.high)
    return frame => {
      const tested = value(frame)
      const above = compare('>=', tested, low(frame))
      const below = compare('<=', tested, high(frame))
      if (above === false || below === false) return false
      if (above !== null && below !== null) return true
      return frame.run.warn('feel.operands-invalid', node, { operator: 'between', left: kindOf(tested) })
    }
  }

  private in(node: Extract<Node, { kind: 'in' }>): Code {
    const value = this.compile(node.value)
    const tests = node.tests.map(test => this.positiveTest(test))
    return frame => {
      const tested = value(frame)
      return anyHolds(frame, tested, tests)
    }
  }

  private instance(node: Extract<Node, { kind: 'instance of' }>): Code {
    const value = this.compile(node.value)
    const type = this.type(node.type, node)
    if (type === null) {
      return frame => {
        value(frame)
        return frame.run.warn('feel.type-unknown', node)
      }
    }
    return frame => isInstance(value(frame), type)
  }

  /** The type that a type expression names; null when it names one that nobody knows. */
  type(node: TypeNode, at: Node): FeelType | null {
    switch (node.kind) {
      case 'named': {
        const type = this.surroundings.type(node.name)
        if (type === undefined) this.surroundings.unknownType(node.name, at)
        return type ?? null
      }
      case 'list':
      case 'range': {
        const of = this.type(node.of, at)
        return of === null ? null : { kind: node.kind, of }
      }
      case 'context': {
        const entries: Record<string, FeelType> = {}
        for (const entry of node.entries) {
          const type = this.type(entry.type, at)
          if (type === null) return null
          entries[entry.name] = type
        }
        return { kind: 'context', entries }
      }
      case 'function': {
        const parameters = node.parameters.map(parameter => this.type(parameter, at))
        const result = this.type(node.result, at)
        if (result === null || parameters.includes(null)) return null
        return { kind: 'function', parameters: parameters as FeelType[], result }
      }
    }
  }

  private condition(node: Extract<Node, { kind: 'if' }>): Code {
    const branches: { test: Code; yes: Code; node: Node }[] = []
    let rest: Node = node
    while (rest.kind === 'if') {
      branches.push({ test: this.compile(rest.condition), yes: this.compile(rest.yes), node: rest.condition })
      rest = rest.no
    }
    const no = this.compile(rest)
    return frame => {
      for (const branch of branches) {
        const value = branch.test(frame)
        if (value === true) return branch.yes(frame)
        if (value !== false && value !== null)
          frame.run.warn('feel.condition-not-boolean', branch.node, { kind: kindOf(value) })
      }
      return no(frame)
    }
  }

  private filter(node: Extract<Node, { kind: 'filter' }>): Code {
    const list = this.compile(node.list)
    const mark = this.scope.mark()
    const slot = this.scope.declareItem()
    const condition = this.compile(node.condition)
    this.scope.leave(mark)
    const place = constantIndex(node.condition)
    return frame => {
      const source = list(frame)
      const items = source === null ? [] : isList(source) ? source : [source]
      if (place !== null) return itemAt(frame, node, items, place)
      const found: FeelValue[] = []
      for (let i = 0; i < items.length; i++) {
        frame.run.spend(1)
        const item = items[i] as FeelValue
        frame.slots[slot] = item
        const value = condition(frame)
        if (value === true) found.push(item)
        else if (typeof value === 'number') return itemAt(frame, node, items, value)
        else if (value !== false && value !== null)
          return frame.run.warn('feel.filter-invalid', node, { kind: kindOf(value) })
      }
      if (items.length === 0 && source === null) {
        frame.slots[slot] = null
        if (typeof condition(frame) === 'number') return null
      }
      return found
    }
  }

  private call(node: Extract<Node, { kind: 'call' }>): Code {
    const callee = this.callee(node.callee)
    const args = node.args.map(arg => this.compile(arg))
    return frame => {
      const target = callee(frame)
      if (!(target instanceof FeelFunction)) return notAFunction(frame, node, target)
      const values: FeelValue[] = []
      for (const arg of args) values.push(arg(frame))
      return invoke(frame, node, target, values)
    }
  }

  private callNamed(node: Extract<Node, { kind: 'call named' }>): Code {
    const callee = this.callee(node.callee)
    const args = node.args.map(arg => ({ name: arg.name, code: this.compile(arg.value) }))
    return frame => {
      const target = callee(frame)
      if (!(target instanceof FeelFunction)) return notAFunction(frame, node, target)
      const values = new Map<string, FeelValue>()
      for (const arg of args) {
        if (values.has(arg.name)) return frame.run.warn('feel.arguments-invalid', node, { function: target.name })
        values.set(arg.name, arg.code(frame))
      }
      if (target.invokeNamed !== null) return target.invokeNamed(values, frame.run.session.site(node))
      const parameters = target.parameters ?? []
      if (values.size !== parameters.length || !parameters.every(parameter => values.has(parameter.name)))
        return frame.run.warn('feel.arguments-invalid', node, { function: target.name })
      return invoke(
        frame,
        node,
        target,
        parameters.map(parameter => values.get(parameter.name) ?? null),
      )
    }
  }

  /** The function of a call: a built-in one is bound at once unless a variable may hide it. */
  private callee(node: Node): Code {
    return this.compile(node)
  }

  private list(node: Extract<Node, { kind: 'list' }>): Code {
    const items = node.items.map(item => this.compile(item))
    return frame => {
      const values: FeelValue[] = []
      for (const item of items) values.push(item(frame))
      return values
    }
  }

  private context(node: Extract<Node, { kind: 'context' }>): Code {
    const mark = this.scope.mark()
    const names = new Set<string>()
    let repeated = false
    const entries = node.entries.map(entry => {
      if (names.has(entry.name)) repeated = true
      names.add(entry.name)
      // A function may call itself by the name of its entry; any other entry sees only those before it.
      const own = entry.value.kind === 'function' ? this.scope.declare(entry.name) : -1
      const code = this.compile(entry.value)
      return { name: entry.name, code, slot: own >= 0 ? own : this.scope.declare(entry.name) }
    })
    this.scope.leave(mark)
    if (repeated) return frame => frame.run.warn('feel.entry-repeated', node)
    return frame => {
      const values = newContext()
      for (const entry of entries) {
        const value = entry.code(frame)
        values[entry.name] = value
        frame.slots[entry.slot] = value
        if (value instanceof LocalFunction) value.closure.slots[entry.slot] = value
      }
      return values
    }
  }

  private function(node: Extract<Node, { kind: 'function' }>): Code {
    const parameters = node.parameters.map(parameter => ({
      name: parameter.name,
      type: parameter.type === null ? ANY : (this.type(parameter.type, node) ?? ANY),
    }))
    if (node.external) {
      const mapping = this.compile(node.body)
      return frame =>
        this.surroundings.external(mapping(frame), parameters) ?? frame.run.warn('feel.function-kind-unsupported', node)
    }
    this.scope.enterFunction(parameters.map(parameter => parameter.name))
    const body = this.compile(node.body)
    const size = this.scope.leaveFunction()
    return frame => new LocalFunction(parameters, body, size, frame.captured())
  }

  private range(node: Extract<Node, { kind: 'range' }>): Code {
    const low = node.low === null ? null : this.compile(node.low)
    const high = node.high === null ? null : this.compile(node.high)
    const { lowIncluded, highIncluded } = node
    return frame => {
      const start = low === null ? undefined : low(frame)
      const end = high === null ? undefined : high(frame)
      return new FeelRange(start, end, lowIncluded, highIncluded)
    }
  }

  /** A comparison with the value under test, which is the value of `?`. */
  private test(node: Extract<Node, { kind: 'test' }>): Code {
    const test = this.positiveTest(node)
    return frame => test(frame, frame.run.input ?? null)
  }

  private tests(node: Extract<Node, { kind: 'tests' }>): Code {
    const tests = node.tests.map(test => this.positiveTest(test))
    if (tests.length === 0) return () => true
    const { negated } = node
    return frame => {
      const result = anyHolds(frame, frame.run.input ?? null, tests)
      return negated ? (result === null ? null : !result) : result
    }
  }

  /** A positive unary test as a question about a value (DMN 1.5 §10.3.2.9.1 and table 54). */
  private positiveTest(node: Node): Test {
    if (node.kind === 'test') {
      const operand = this.compile(node.operand)
      const { operator } = node
      return (frame, value) => compare(operator, value, operand(frame))
    }
    const code = this.compile(node)
    if (asksAboutInput(node)) return (frame, _value) => code(frame) === true
    return (frame, value) => {
      const test = code(frame)
      if (typeof test === 'boolean' && typeof value !== 'boolean' && isBooleanForm(node)) return test
      return isIn(value, test)
    }
  }
}

type Test = (frame: Frame, value: FeelValue) => boolean | null

function anyHolds(frame: Frame, value: FeelValue, tests: readonly Test[]): boolean | null {
  let unknown = false
  for (const test of tests) {
    const result = test(frame, value)
    if (result === true) return true
    if (result === null) unknown = true
  }
  return unknown ? null : false
}

function isBooleanForm(node: Node): boolean {
  return !['boolean', 'name', 'path', 'null'].includes(node.kind)
}

/** True when the expression speaks of the value under test by its name `?`. */
function asksAboutInput(node: Node): boolean {
  if (node.kind === 'name') return node.name === '?'
  return childrenOf(node).some(asksAboutInput)
}

/** The nodes directly below a node. */
export function childrenOf(node: Node): readonly Node[] {
  const found: Node[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item)
    else if (typeof value === 'object' && value !== null) {
      if ('kind' in value && 'start' in value) found.push(value as Node)
      else if ('value' in value || 'from' in value) for (const part of Object.values(value)) visit(part)
    }
  }
  for (const [key, value] of Object.entries(node)) if (key !== 'type' && key !== 'parameters') visit(value)
  return found
}

function slotCode(up: number, slot: number): Code {
  if (up === 0) return frame => frame.slots[slot] ?? null
  if (up === 1) return frame => frame.parent?.slots[slot] ?? null
  return frame => {
    let at: Frame | null = frame
    for (let i = 0; i < up; i++) at = at?.parent ?? null
    return at?.slots[slot] ?? null
  }
}

function rootValue(frame: Frame, node: Extract<Node, { kind: 'name' }>, builtin: FeelFunction | undefined): FeelValue {
  const { root } = frame.run
  const value = root[node.name]
  if (value !== undefined && Object.hasOwn(root, node.name)) return value
  if (builtin !== undefined) return builtin
  return frame.run.warn('feel.name-unknown', node, { name: node.name })
}

function pathValue(frame: Frame, value: FeelValue, node: Extract<Node, { kind: 'path' }>): FeelValue {
  if (value === null) return null
  if (isList(value)) {
    const values: FeelValue[] = []
    for (const item of value) {
      frame.run.spend(1)
      values.push(isContext(item) ? (entryOf(item, node.name) ?? null) : pathValue(frame, item, node))
    }
    return values
  }
  const property = isContext(value) ? undefined : propertyOf(value, node.name)
  if (property !== undefined) return property
  return frame.run.warn('feel.entry-unknown', node, { name: node.name, kind: kindOf(value) })
}

function constantIndex(node: Node): number | null {
  if (node.kind === 'number' && typeof node.value === 'number') return node.value
  if (node.kind === 'negate' && node.operand.kind === 'number' && typeof node.operand.value === 'number')
    return -node.operand.value
  return null
}

/** The item at a one-based place, counted from the end when negative; null when there is none. */
function itemAt(frame: Frame, node: Node, items: readonly FeelValue[], place: number): FeelValue {
  const index = place > 0 ? place - 1 : items.length + place
  const item = Number.isInteger(place) && place !== 0 ? items[index] : undefined
  if (item === undefined) return frame.run.warn('feel.index-out-of-range', node, { index: place, length: items.length })
  return item
}

function notAFunction(frame: Frame, node: Node, target: FeelValue): null {
  return frame.run.warn('feel.not-a-function', node, { kind: kindOf(target) })
}

/** A function written in FEEL. */
class LocalFunction extends FeelFunction {
  readonly body: Code
  readonly size: number
  readonly closure: Frame

  constructor(parameters: readonly { name: string; type: FeelType }[], body: Code, size: number, closure: Frame) {
    super({
      name: 'function',
      parameters,
      result: ANY,
      invoke: args => {
        const { run } = closure
        run.session.enter()
        const slots = args.slice()
        slots.length = size
        const value = body(new Frame(run, slots, closure))
        run.session.leave()
        return value
      },
    })
    this.body = body
    this.size = size
    this.closure = closure
  }
}

/** Calls a function with arguments in order; each must be of its parameter's type, perhaps after coercion. */
export function invoke(frame: Frame, node: Node, target: FeelFunction, values: FeelValue[]): FeelValue {
  const { parameters } = target
  if (parameters !== null) {
    if (values.length !== parameters.length)
      return frame.run.warn('feel.arguments-invalid', node, { function: target.name })
    for (let i = 0; i < values.length; i++) {
      const type = parameters[i]?.type ?? ANY
      if (type.kind === 'any') continue
      const value = coerce(values[i] ?? null, type)
      if (!conforms(value, type))
        return frame.run.warn('feel.arguments-invalid', node, { function: target.name, parameter: parameters[i]?.name })
      values[i] = value
    }
  }
  return target.invoke(values, frame.run.session.site(node))
}
