import type { FeelNumber } from '../values/decimal.ts'

/** Where a piece of an expression stands in its text: offsets in UTF-16 units, the end excluded. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The operators of table 55. */
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**'
/** The operators of table 53. */
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>='

/** A type as written; names are resolved when the expression is compiled. */
export type TypeNode =
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'list' | 'range'; readonly of: TypeNode }
  | { readonly kind: 'context'; readonly entries: readonly { readonly name: string; readonly type: TypeNode }[] }
  | { readonly kind: 'function'; readonly parameters: readonly TypeNode[]; readonly result: TypeNode }

/** A parameter of a function definition. */
export interface ParameterNode {
  readonly name: string
  readonly type: TypeNode | null
}

/** An entry of a context, or a named argument of a call. */
export interface ContextEntryNode {
  readonly name: string
  readonly value: Node
}

/** One `name in source` of for, some or every. */
export interface IterationNode {
  readonly name: string
  readonly from: Node
  /** The end of `from..to`; null when `from` is a list or a range. */
  readonly to: Node | null
}

/** A node of the checked tree (DMN 1.5 §10.3.1.2). */
export type Node = Span & NodeShape

type NodeShape =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: FeelNumber }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'at'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'path'; readonly object: Node; readonly name: string }
  | { readonly kind: 'negate'; readonly operand: Node }
  | { readonly kind: 'arithmetic'; readonly operator: ArithmeticOperator; readonly left: Node; readonly right: Node }
  | { readonly kind: 'comparison'; readonly operator: ComparisonOperator; readonly left: Node; readonly right: Node }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Node[] }
  | { readonly kind: 'between'; readonly value: Node; readonly low: Node; readonly high: Node }
  | { readonly kind: 'in'; readonly value: Node; readonly tests: readonly Node[] }
  | { readonly kind: 'instance of'; readonly value: Node; readonly type: TypeNode }
  | { readonly kind: 'if'; readonly condition: Node; readonly yes: Node; readonly no: Node }
  | { readonly kind: 'for'; readonly iterations: readonly IterationNode[]; readonly body: Node }
  | { readonly kind: 'some' | 'every'; readonly iterations: readonly IterationNode[]; readonly body: Node }
  | { readonly kind: 'filter'; readonly list: Node; readonly condition: Node }
  | { readonly kind: 'call'; readonly callee: Node; readonly args: readonly Node[] }
  | { readonly kind: 'call named'; readonly callee: Node; readonly args: readonly ContextEntryNode[] }
  | { readonly kind: 'list'; readonly items: readonly Node[] }
  | { readonly kind: 'context'; readonly entries: readonly ContextEntryNode[] }
  | {
      readonly kind: 'function'
      readonly parameters: readonly ParameterNode[]
      readonly body: Node
      readonly external: boolean
    }
  | {
      readonly kind: 'range'
      readonly low: Node | null
      readonly high: Node | null
      readonly lowIncluded: boolean
      readonly highIncluded: boolean
      /** Of `(= 10)` and `(!= 10)`. */
      readonly operator: '=' | '!=' | null
    }
  /** `< 10` as a unary test; compared with the value under test. */
  | { readonly kind: 'test'; readonly operator: ComparisonOperator; readonly operand: Node }
  /** A list of unary tests, any of which may hold; `negated` for `not(…)`; no tests for `-`. */
  | { readonly kind: 'tests'; readonly tests: readonly Node[]; readonly negated: boolean }
