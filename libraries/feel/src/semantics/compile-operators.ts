import type { ArithmeticOperator, Node } from '../syntax/tree.ts'
import { costOfPower, MAX_TEXT } from '../values/meter.ts'
import { isInstance } from '../values/types.ts'
import { type FeelValue, kindOf } from '../values/value.ts'
import type { Compiler } from './compile.ts'
import { anyHolds, positiveTest } from './compile-tests.ts'
import { arithmetic, compare, costOfArithmetic, negated } from './operators.ts'
import type { Code } from './run.ts'

/** `-x` of a number or duration. */
export function compileNegation(compiler: Compiler, node: Extract<Node, { kind: 'negate' }>): Code {
  const operand = compiler.compile(node.operand)
  return frame => {
    const value = operand(frame)
    const result = negated(value)
    return result === undefined
      ? frame.run.warn('feel.operands-invalid', node, { operator: '-', left: kindOf(value) })
      : result
  }
}

/** `+ - * / **` (DMN 1.5 tables 55 and 56). */
export function compileArithmetic(compiler: Compiler, node: Extract<Node, { kind: 'arithmetic' }>): Code {
  const left = compiler.compile(node.left)
  const right = compiler.compile(node.right)
  const { operator } = node
  return frame => {
    const a = left(frame)
    const b = right(frame)
    const result = arithmetic(operator, a, b)
    if (result !== undefined) {
      if (!isQuick(operator, a, b, result)) frame.run.spend(costOfArithmetic(operator, a, b, result))
      return result
    }
    frame.run.spend(operator === '**' ? costOfPower(b) : SLOW)
    if (isLongText(operator, a, b)) return frame.run.warn('feel.text-too-long', node, { longest: MAX_TEXT })
    return frame.run.warn('feel.operands-invalid', node, { operator, left: kindOf(a), right: kindOf(b) })
  }
}

/** Steps for finding out that there is no result, or that it is too large. */
const SLOW = 100

function isQuick(operator: ArithmeticOperator, a: FeelValue, b: FeelValue, result: FeelValue): boolean {
  return Number.isInteger(result) && Number.isInteger(a) && Number.isInteger(b) && operator !== '**'
}

function isLongText(operator: ArithmeticOperator, a: FeelValue, b: FeelValue): boolean {
  return operator === '+' && typeof a === 'string' && typeof b === 'string'
}

/** `= != < <= > >=` (DMN 1.5 tables 53 and 54). */
export function compileComparison(compiler: Compiler, node: Extract<Node, { kind: 'comparison' }>): Code {
  const left = compiler.compile(node.left)
  const right = compiler.compile(node.right)
  const { operator } = node
  return frame => {
    const a = left(frame)
    const b = right(frame)
    const result = compare(operator, a, b, frame.run)
    if (result !== null) return result
    return frame.run.warn('feel.operands-invalid', node, { operator, left: kindOf(a), right: kindOf(b) })
  }
}

/** `and`, `or` in ternary logic (DMN 1.5 tables 48–50). */
export function compileLogic(compiler: Compiler, node: Extract<Node, { kind: 'and' | 'or' }>): Code {
  const operands = node.operands.map(operand => compiler.compile(operand))
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

/** `value between low and high`: `value >= low and value <= high`. */
export function compileBetween(compiler: Compiler, node: Extract<Node, { kind: 'between' }>): Code {
  const value = compiler.compile(node.value)
  const low = compiler.compile(node.low)
  const high = compiler.compile(node.high)
  return frame => {
    const tested = value(frame)
    const above = compare('>=', tested, low(frame), frame.run)
    const below = compare('<=', tested, high(frame), frame.run)
    if (above === false || below === false) return false
    if (above !== null && below !== null) return true
    return frame.run.warn('feel.operands-invalid', node, { operator: 'between', left: kindOf(tested) })
  }
}

/** `value in tests`. */
export function compileIn(compiler: Compiler, node: Extract<Node, { kind: 'in' }>): Code {
  const value = compiler.compile(node.value)
  const tests = node.tests.map(test => positiveTest(compiler, test))
  // In the tests `?` is the value before `in`.
  const asked = node.tests.some(test => compiler.facts.of(test).input)
  return frame => {
    const tested = value(frame)
    return anyHolds(asked ? frame.asking(tested) : frame, tested, tests)
  }
}

/** `value instance of type` (DMN 1.5 §10.3.2.9.3). */
export function compileInstance(compiler: Compiler, node: Extract<Node, { kind: 'instance of' }>): Code {
  const value = compiler.compile(node.value)
  const type = compiler.type(node.type, node)
  if (type === null) {
    return frame => {
      value(frame)
      return frame.run.warn('feel.type-unknown', node)
    }
  }
  return frame => isInstance(value(frame), type, frame.run)
}

/** `if … then … else …`; a chain of them is run without recursion. */
export function compileCondition(compiler: Compiler, node: Extract<Node, { kind: 'if' }>): Code {
  const branches: { test: Code; yes: Code; node: Node }[] = []
  let rest: Node = node
  while (rest.kind === 'if') {
    branches.push({ test: compiler.compile(rest.condition), yes: compiler.compile(rest.yes), node: rest.condition })
    rest = rest.no
  }
  const no = compiler.compile(rest)
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
