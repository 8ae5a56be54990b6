import type { Node } from '../syntax/tree.ts'
import { FeelFunction } from '../values/function.ts'
import { ANY, conforms } from '../values/types.ts'
import { type FeelValue, kindOf } from '../values/value.ts'
import { coerce } from './coercion.ts'
import type { Compiler } from './compile.ts'
import { LocalFunction } from './local-function.ts'
import type { Code, Frame } from './run.ts'

/** `f(a, b)`. */
export function compileCall(compiler: Compiler, node: Extract<Node, { kind: 'call' }>): Code {
  const callee = compileCallee(compiler, node.callee)
  const args = node.args.map(arg => compiler.compile(arg))
  return frame => {
    const target = callee(frame)
    if (!(target instanceof FeelFunction)) return notAFunction(frame, node, target)
    const values: FeelValue[] = []
    for (const arg of args) values.push(arg(frame))
    return invoke(frame, node, target, values)
  }
}

/** `f(name: a, other: b)`. */
export function compileNamedCall(compiler: Compiler, node: Extract<Node, { kind: 'call named' }>): Code {
  const callee = compileCallee(compiler, node.callee)
  const args = node.args.map(arg => ({ name: arg.name, code: compiler.compile(arg.value) }))
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

/** `function(a: number) body`, a value that keeps the names around it; `external` bodies are the host's. */
export function compileFunction(compiler: Compiler, node: Extract<Node, { kind: 'function' }>): Code {
  const parameters = node.parameters.map(parameter => ({
    name: parameter.name,
    type: parameter.type === null ? ANY : (compiler.type(parameter.type, node) ?? ANY),
  }))
  if (node.external) {
    const mapping = compiler.compile(node.body)
    return frame =>
      compiler.surroundings.external(mapping(frame), parameters) ??
      frame.run.warn('feel.function-kind-unsupported', node)
  }
  compiler.scope.enterFunction(parameters.map(parameter => parameter.name))
  const body = { code: compiler.compile(node.body), cost: compiler.facts.cost(node.body) }
  const size = compiler.scope.leaveFunction()
  return frame => new LocalFunction(parameters, body, size, frame.captured())
}

/** A variable named like a built-in function does not hide it where a function is called: `date("2026-01-01")` beside an input `date`. */
function compileCallee(compiler: Compiler, node: Node): Code {
  const code = compiler.compile(node)
  const builtin = node.kind === 'name' ? compiler.surroundings.builtin(node.name) : undefined
  if (builtin === undefined) return code
  return frame => {
    const value = code(frame)
    return value instanceof FeelFunction ? value : builtin
  }
}

function notAFunction(frame: Frame, node: Node, target: FeelValue): null {
  return frame.run.warn('feel.not-a-function', node, { kind: kindOf(target) })
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
      const value = coerce(values[i] ?? null, type, frame.run)
      if (!conforms(value, type, frame.run))
        return frame.run.warn('feel.arguments-invalid', node, { function: target.name, parameter: parameters[i]?.name })
      values[i] = value
    }
  }
  return target.invoke(values, frame.run.session.site(node))
}
