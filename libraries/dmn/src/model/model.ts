/** A place in the source of a model; lines and columns count from one. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** What every part of a model has. */
export interface Part {
  /** The id in the source; empty when it has none. */
  readonly id: string
  readonly at: Position
}

/** A DMN model (DMN 1.5 §6.3.2 Definitions), as read from its source: plain data, nothing compiled. */
export interface Model extends Part {
  readonly name: string
  readonly namespace: string
  readonly imports: readonly Import[]
  readonly itemDefinitions: readonly ItemDefinition[]
  readonly inputs: readonly InputData[]
  readonly decisions: readonly Decision[]
  readonly knowledge: readonly KnowledgeModel[]
  readonly services: readonly DecisionService[]
  /** What the reader found that is no part of DMN; left out when there is nothing. */
  readonly strays?: readonly Stray[]
}

/** Something in the source that is no part of DMN and was passed over. */
export interface Stray extends Part {
  readonly name: string
}

/** Another model whose elements are used under a name (§6.3.3). */
export interface Import extends Part {
  readonly name: string
  readonly namespace: string
}

/** A type of the model (§7.3.2). */
export interface ItemDefinition extends Part {
  readonly name: string
  readonly typeRef: string | null
  readonly isCollection: boolean
  /** Unary tests that every item must pass. */
  readonly allowedValues: Text | null
  /** Unary tests that the whole value must pass (DMN 1.5). */
  readonly typeConstraint: Text | null
  readonly components: readonly ItemDefinition[]
  readonly function: { readonly parameters: readonly Variable[]; readonly result: string | null } | null
}

/** A piece of FEEL with its place. */
export interface Text extends Part {
  readonly text: string
  /**
   * Where its characters stand in the source: an offset into the text, a line and a column, three numbers for each stretch that
   * the source writes as it reads. Left out when the source is not known.
   */
  readonly places?: readonly number[]
}

/** A named, typed value (§7.3.4 InformationItem). */
export interface Variable extends Part {
  readonly name: string
  readonly typeRef: string | null
}

/** An input of the model (§6.3.11). */
export interface InputData extends Part {
  readonly name: string
  readonly variable: Variable
}

/** What an element needs: references to inputs, decisions and invocable elements, as `#id` or `namespace#id`. */
export interface Requirements {
  readonly information: readonly string[]
  readonly knowledge: readonly string[]
}

/** A decision (§6.3.7). */
export interface Decision extends Part, Requirements {
  readonly name: string
  readonly variable: Variable
  readonly question: string
  readonly expression: Expression | null
}

/** A business knowledge model (§6.3.9). */
export interface KnowledgeModel extends Part, Requirements {
  readonly name: string
  readonly variable: Variable
  readonly logic: FunctionExpression | null
}

/** A decision service (§6.3.10). */
export interface DecisionService extends Part {
  readonly name: string
  readonly variable: Variable
  readonly outputDecisions: readonly string[]
  readonly encapsulatedDecisions: readonly string[]
  readonly inputDecisions: readonly string[]
  readonly inputData: readonly string[]
}

/** Boxed expressions (§10.2). */
export type Expression =
  | LiteralExpression
  | DecisionTable
  | Invocation
  | ContextExpression
  | ListExpression
  | Relation
  | FunctionExpression
  | Conditional
  | Filter
  | Iterator

interface Boxed extends Part {
  readonly typeRef: string | null
}

/** FEEL text, or text in another language (§7.3.5). */
export interface LiteralExpression extends Boxed {
  readonly kind: 'literal'
  readonly text: string
  readonly places?: readonly number[]
  /** Empty for FEEL. */
  readonly language: string
}

/** A call of a knowledge model or service with named bindings (§10.2.2.3). */
export interface Invocation extends Boxed {
  readonly kind: 'invocation'
  readonly called: Expression | null
  readonly bindings: readonly { readonly parameter: Variable; readonly value: Expression | null }[]
}

/** A boxed context (§10.2.2.4). */
export interface ContextExpression extends Boxed {
  readonly kind: 'context'
  /** An entry without a variable is the result. */
  readonly entries: readonly { readonly variable: Variable | null; readonly value: Expression | null }[]
}

/** A boxed list (§10.2.2.7). */
export interface ListExpression extends Boxed {
  readonly kind: 'list'
  readonly items: readonly (Expression | null)[]
}

/** A table of expressions: a list of contexts (§10.2.2.8). */
export interface Relation extends Boxed {
  readonly kind: 'relation'
  readonly columns: readonly Variable[]
  readonly rows: readonly (readonly (Expression | null)[])[]
}

/** A function definition (§10.2.2.9). */
export interface FunctionExpression extends Boxed {
  readonly kind: 'function'
  readonly language: 'FEEL' | 'Java' | 'PMML'
  readonly parameters: readonly Variable[]
  readonly body: Expression | null
}

/** A boxed if (§10.2.2.10). */
export interface Conditional extends Boxed {
  readonly kind: 'conditional'
  readonly condition: Expression | null
  readonly yes: Expression | null
  readonly no: Expression | null
}

/** A boxed filter (§10.2.2.11). */
export interface Filter extends Boxed {
  readonly kind: 'filter'
  readonly list: Expression | null
  readonly match: Expression | null
}

/** A boxed for, some or every (§10.2.2.12). */
export interface Iterator extends Boxed {
  readonly kind: 'for' | 'some' | 'every'
  readonly variable: string
  readonly list: Expression | null
  readonly body: Expression | null
}

/** How the rules of a table work together (§8.2.8). */
export type HitPolicy = 'UNIQUE' | 'ANY' | 'PRIORITY' | 'FIRST' | 'COLLECT' | 'RULE ORDER' | 'OUTPUT ORDER'
/** What COLLECT does with the outputs (§8.2.8). */
export type Aggregator = 'SUM' | 'COUNT' | 'MIN' | 'MAX'

/** A decision table (§8). */
export interface DecisionTable extends Boxed {
  readonly kind: 'table'
  readonly hitPolicy: HitPolicy
  readonly aggregator: Aggregator | null
  readonly inputs: readonly TableInput[]
  readonly outputs: readonly TableOutput[]
  /** Names of the annotation columns. */
  readonly annotations: readonly string[]
  readonly rules: readonly Rule[]
  readonly outputLabel: string
  /** Hit policies and aggregators that the source asks for and DMN does not have; left out when there are none. */
  readonly unknown?: readonly string[]
}

/** An input column. */
export interface TableInput extends Part {
  readonly label: string
  readonly expression: Text
  readonly typeRef: string | null
  /** Unary tests that the input must pass. */
  readonly values: Text | null
}

/** An output column. */
export interface TableOutput extends Part {
  readonly name: string
  readonly label: string
  readonly typeRef: string | null
  /** Unary tests that the output must pass; their order is the priority. */
  readonly values: Text | null
  readonly defaultEntry: Text | null
}

/** A row of a table: tests by input column, entries by output column, annotations by annotation column. */
export interface Rule extends Part {
  readonly description: string
  readonly tests: readonly Text[]
  readonly outputs: readonly Text[]
  readonly annotations: readonly string[]
}
