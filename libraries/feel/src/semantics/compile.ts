import type { Node, TypeNode } from '../syntax/tree.ts'
import type { FeelFunction } from '../values/function.ts'
import type { FeelType } from '../values/types.ts'
import type { FeelValue } from '../values/value.ts'
import { readAt } from './at-literal.ts'
import { compileContext, compileFilter, compileList, compileRange } from './compile-collections.ts'
import { compileCall, compileFunction, compileNamedCall } from './compile-functions.ts'
import { compileName, compilePath } from './compile-names.ts'
import {
  compileArithmetic,
  compileBetween,
  compileComparison,
  compileCondition,
  compileIn,
  compileInstance,
  compileLogic,
  compileNegation,
} from './compile-operators.ts'
import { compileTest, compileTests } from './compile-tests.ts'
import { Facts } from './facts.ts'
import { compileIteration } from './iteration.ts'
import type { Code } from './run.ts'
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
  readonly facts = new Facts()
  readonly surroundings: Surroundings

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
        return compileAt(node)
      case 'name':
        return compileName(this, node)
      case 'path':
        return compilePath(this, node)
      case 'negate':
        return compileNegation(this, node)
      case 'arithmetic':
        return compileArithmetic(this, node)
      case 'comparison':
        return compileComparison(this, node)
      case 'and':
      case 'or':
        return compileLogic(this, node)
      case 'between':
        return compileBetween(this, node)
      case 'in':
        return compileIn(this, node)
      case 'instance of':
        return compileInstance(this, node)
      case 'if':
        return compileCondition(this, node)
      case 'for':
      case 'some':
      case 'every':
        return compileIteration(this, node)
      case 'filter':
        return compileFilter(this, node)
      case 'call':
        return compileCall(this, node)
      case 'call named':
        return compileNamedCall(this, node)
      case 'list':
        return compileList(this, node)
      case 'context':
        return compileContext(this, node)
      case 'function':
        return compileFunction(this, node)
      case 'range':
        return compileRange(this, node)
      case 'test':
        return compileTest(this, node)
      case 'tests':
        return compileTests(this, node)
    }
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
}

function compileAt(node: Extract<Node, { kind: 'at' }>): Code {
  const value = readAt(node.text)
  if (value !== null) return () => value
  return frame => frame.run.warn('feel.literal-invalid', node, { text: node.text })
}
