import { type BuiltinUse, usesIn } from './builtin-uses.ts'
import { builtinBook, builtinFunction } from './builtins/index.ts'
import { entryNamesIn } from './entry-names.ts'
import { type Literal, literalsIn } from './literals.ts'
import { referencesOf } from './references.ts'
import { Compiler } from './semantics/compile.ts'
import { type Code, Frame, type Limits, Run, Session } from './semantics/run.ts'
import type { Warning, WarningCode } from './semantics/warning.ts'
import { NameBook } from './syntax/names.ts'
import { type Parsed, parseFeel, parseUnaryTests } from './syntax/parse.ts'
import type { SyntaxProblem } from './syntax/problem.ts'
import type { Node } from './syntax/tree.ts'
import type { FeelFunction } from './values/function.ts'
import { LimitFault } from './values/meter.ts'
import { checkSize } from './values/size.ts'
import { type FeelType, simpleType } from './values/types.ts'
import type { FeelContext, FeelValue } from './values/value.ts'

/** Names in scope, prepared once for many expressions. */
export class Names {
  /** The variables. */
  readonly variables: ReadonlySet<string>
  /** For the parser. */
  readonly book: NameBook

  constructor(variables: Iterable<string>) {
    this.variables = new Set(variables)
    this.book = new NameBook(this.variables)
  }
}

const NO_NAMES = new Names([])

function prepared(names: readonly string[] | Names | undefined): Names {
  if (names === undefined) return NO_NAMES
  return names instanceof Names ? names : new Names(names)
}

/** Members may come from several sources: those of a whole model and those of one place. */
function memberBooks(members: CompileOptions['members']): readonly NameBook[] {
  if (members === undefined || members instanceof Names) return [prepared(members).book]
  const words = members.filter(member => typeof member === 'string')
  return [new NameBook(words), ...members.flatMap(member => (typeof member === 'string' ? [] : [member.book]))]
}

/** What is known when an expression is compiled. */
export interface CompileOptions {
  /** Variables in scope. Needed for names with spaces or operators in them. */
  readonly names?: readonly string[] | Names
  /**
   * Names of entries of data, where they have operators or keywords in them or begin with another name: of components of
   * types, of outputs of tables, of columns of relations, of contexts that other expressions make (`entryNames`).
   */
  readonly members?: readonly (string | Names)[] | Names
  /** Types beyond the built-in ones, for `instance of` and parameters. */
  readonly type?: (name: string) => FeelType | undefined
  /** The names that `type` knows, where they have operators or keywords in them. */
  readonly typeNames?: readonly string[] | Names
  /** Makes the function of a body marked `external`; without it every such function is null with a warning. */
  readonly external?: (
    mapping: FeelValue,
    parameters: readonly { readonly name: string; readonly type: FeelType }[],
  ) => FeelFunction | undefined
}

/** The clock and the bounds of one evaluation. */
export interface EvaluateOptions {
  /** The moment of `now()` and `today()`, ISO 8601 with offset (`2026-03-02T04:00:00.000Z`); without it they are null. */
  readonly now?: string
  /** IANA zone in which `now()` and `today()` are read; UTC without it. */
  readonly zone?: string
  readonly limits?: Partial<Limits>
}

/** An expression that is ready to run. Immutable; may be kept and shared. */
export interface CompiledExpression {
  readonly text: string
  readonly tree: Node
  readonly code: Code
  /** Local values that the expression needs. */
  readonly slots: number
  readonly names: ReadonlySet<string> | null
}

/** An expression ready to run, or what is wrong with its text. */
export type Compilation =
  | { readonly ok: true; readonly expression: CompiledExpression }
  | { readonly ok: false; readonly errors: readonly SyntaxProblem[] }

/** A value and why parts of it are null. */
export interface Evaluation {
  readonly value: FeelValue
  readonly warnings: readonly Warning[]
}

function compile(
  text: string,
  options: CompileOptions,
  parse: (text: string, known: Parameters<typeof parseFeel>[1]) => Parsed,
): Compilation {
  const names = prepared(options.names)
  const parsed = parse(text, {
    names: names.book,
    members: memberBooks(options.members),
    builtins: builtinBook,
    types: prepared(options.typeNames).book,
  })
  if (!parsed.ok) return { ok: false, errors: [parsed.problem] }
  const errors: SyntaxProblem[] = []
  const compiler = new Compiler({
    builtin: builtinFunction,
    type: name => options.type?.(name) ?? simpleType(name),
    unknownType: (name, node) =>
      errors.push({
        code: 'feel.type-unknown',
        message: `There is no type "${name}".`,
        start: node.start,
        end: node.end,
      }),
    external: options.external ?? (() => undefined),
  })
  const code = compiler.compile(parsed.tree)
  if (errors.length > 0) return { ok: false, errors }
  return {
    ok: true,
    expression: {
      text,
      tree: parsed.tree,
      code,
      slots: compiler.scope.size,
      names: options.names === undefined ? null : names.variables,
    },
  }
}

/** Compiles a FEEL expression (DMN 1.5 §10.3.1.2); errors have a stable code and offsets into the text. */
export function compileExpression(text: string, options: CompileOptions = {}): Compilation {
  return compile(text, options, parseFeel)
}

/** Compiles unary tests (`< 10, [20..30)`, `not("a")`, `-`; DMN 1.5 grammar rule 15). */
export function compileUnaryTests(text: string, options: CompileOptions = {}): Compilation {
  return compile(text, options, parseUnaryTests)
}

const NO_SLOTS: FeelValue[] = []

/**
 * Runs a compiled expression or compiled unary tests (then with the value under test) inside a session of the host. What
 * is too much is thrown as a limit fault, which `bounded` catches.
 */
export function runExpression(
  expression: CompiledExpression,
  session: Session,
  context: FeelContext,
  input?: FeelValue,
): FeelValue {
  const slots = expression.slots === 0 ? NO_SLOTS : new Array<FeelValue>(expression.slots).fill(null)
  return expression.code(new Frame(new Run(session, context, input), slots, null))
}

/**
 * Does a piece of work and turns the end of its bounds into null with a warning. What comes out of it can be written as JSON:
 * it is nested at most 1 000 deep and has at most 10 000 000 values, those that it has more than once counted each time.
 */
export function bounded(session: Session, length: number, work: () => FeelValue): FeelValue {
  try {
    const value = work()
    checkSize(value)
    return value
  } catch (fault) {
    if (fault instanceof LimitFault) return session.warn(fault.code, { start: 0, end: length })
    if (fault instanceof RangeError) return session.warn('feel.recursion-too-deep', { start: 0, end: length })
    throw fault
  }
}

/** Evaluates a compiled expression over a context. Never throws for data: what cannot be computed is null with a warning. */
export function evaluateExpression(
  expression: CompiledExpression,
  context: FeelContext,
  options: EvaluateOptions = {},
): Evaluation {
  return evaluateIn(expression, undefined, context, options)
}

/** Evaluates compiled unary tests of a value: true, false, or null when it cannot be said. */
export function evaluateUnaryTests(
  tests: CompiledExpression,
  input: FeelValue,
  context: FeelContext,
  options: EvaluateOptions = {},
): Evaluation {
  return evaluateIn(tests, input, context, options)
}

function evaluateIn(
  expression: CompiledExpression,
  input: FeelValue | undefined,
  context: FeelContext,
  options: EvaluateOptions,
): Evaluation {
  const session = new Session<WarningCode>(options)
  const value = bounded(session, expression.text.length, () => runExpression(expression, session, context, input))
  return { value, warnings: session.warnings }
}

/** The paths of outside data that the expression reads: `[['applicant', 'age'], …]`. Local names are not among them. */
export function references(expression: CompiledExpression): string[][] {
  return referencesOf(expression.tree, expression.names)
}

/** The built-in functions that the expression calls or gives away, in the order of its text. */
export function builtinUses(expression: CompiledExpression): BuiltinUse[] {
  return usesIn(expression.tree)
}

/** The numbers and texts that are written out in the expression, in the order of its text. */
export function literals(expression: CompiledExpression): Literal[] {
  return literalsIn(expression.tree)
}

/** The names of entries that contexts in the expression have, each once: members for expressions that read its value. */
export function entryNames(expression: CompiledExpression): string[] {
  return entryNamesIn(expression.tree)
}

const cache = new Map<string, Compilation>()
const MAX_CACHED = 2_000

/** Compiles (kept for the next time, a bounded number of texts) and evaluates; names in scope are the keys of the context. */
export function evaluate(
  text: string,
  context: FeelContext = {},
  options: EvaluateOptions = {},
): ({ readonly ok: true } & Evaluation) | { readonly ok: false; readonly errors: readonly SyntaxProblem[] } {
  const names = Object.keys(context)
  const key = `${text}\u0000${names.sort().join('\u0000')}`
  let compiled = cache.get(key)
  if (compiled === undefined) {
    compiled = compileExpression(text, { names })
    if (cache.size >= MAX_CACHED) cache.clear()
    cache.set(key, compiled)
  }
  return compiled.ok ? { ok: true, ...evaluateExpression(compiled.expression, context, options) } : compiled
}
