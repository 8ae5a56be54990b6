import type { Node } from '../syntax/tree.ts'
import type { FeelValue } from '../values/value.ts'
import type { Compiler } from './compile.ts'
import { compare, isIn } from './operators.ts'
import type { Code, Frame } from './run.ts'

/** A positive unary test: a question about a value. */
export type Test = (frame: Frame, value: FeelValue) => boolean | null

/** A comparison with the value under test, which is the value of `?`. */
export function compileTest(compiler: Compiler, node: Extract<Node, { kind: 'test' }>): Code {
  const test = positiveTest(compiler, node)
  return frame => test(frame, frame.run.input ?? null)
}

/** A list of unary tests of the value under test (DMN 1.5 grammar rules 15–17). */
export function compileTests(compiler: Compiler, node: Extract<Node, { kind: 'tests' }>): Code {
  const tests = node.tests.map(test => positiveTest(compiler, test))
  if (tests.length === 0) return () => true
  const { negated } = node
  return frame => {
    const result = anyHolds(frame, frame.run.input ?? null, tests)
    return negated ? (result === null ? null : !result) : result
  }
}

/** A positive unary test as a question about a value (DMN 1.5 §10.3.2.9.1 and table 54). */
export function positiveTest(compiler: Compiler, node: Node): Test {
  if (node.kind === 'test') {
    const operand = compiler.compile(node.operand)
    const { operator } = node
    return (frame, value) => compare(operator, value, operand(frame), frame.run)
  }
  const code = compiler.compile(node)
  if (compiler.facts.of(node).input) return (frame, _value) => code(frame) === true
  return (frame, value) => {
    const test = code(frame)
    if (typeof test === 'boolean' && typeof value !== 'boolean' && isBooleanForm(node)) return test
    return isIn(value, test, frame.run)
  }
}

/** True when any test holds, null when none does but some cannot say. */
export function anyHolds(frame: Frame, value: FeelValue, tests: readonly Test[]): boolean | null {
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
