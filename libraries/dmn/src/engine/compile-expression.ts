import {
  type CompiledExpression,
  compileExpression,
  compileUnaryTests,
  type FeelContext,
  FeelFunction,
  type FeelType,
  type FeelValue,
  isContext,
  isList,
  isNumber,
  kindOf,
  Names,
  newContext,
  runExpression,
} from '@tereze/feel'
import type {
  ContextExpression,
  DecisionTable,
  Expression,
  Filter,
  FunctionExpression,
  Invocation,
  Iterator,
  Part,
  Relation,
  Text,
} from '../model/model.ts'
import { mentions } from '../model/walk.ts'
import type { Evaluation, Step } from './evaluation.ts'
import { boxedFunction, type ExternalFunction, externalFunctions } from './external-functions.ts'
import { javaFunction, javaMethod } from './java.ts'
import type { Problems } from './problem.ts'
import { compileTable } from './table.ts'
import { ANY_TYPE, type DecisionType, type TypeBook } from './types.ts'

/** What an expression is compiled in. */
export interface Scope {
  /** Name of the decision or knowledge model, for warnings. */
  readonly owner: string
  readonly names: Names
  readonly members: Names
  readonly types: TypeBook
  readonly problems: Problems
}

/** The scope with more names in it. */
export function withNames(scope: Scope, names: readonly string[]): Scope {
  return { ...scope, names: new Names([...scope.names.variables, ...names]) }
}

/** Compiles a boxed expression (DMN 1.5 §10.2); what is wrong with it is reported, and null with a warning when evaluated. */
export function compileBoxed(expression: Expression | null, scope: Scope): Step {
  if (expression === null)
    return (_variables, evaluation) => evaluation.warnings.add('dmn.logic-missing', scope.owner, null)
  const step = unchecked(expression, scope)
  return expression.typeRef === null
    ? step
    : checked(step, scope.types.of(expression.typeRef, expression), expression, scope)
}

/** A step whose value must be of a type, otherwise it is null with a warning (§10.3.2.9.4). */
export function checked(step: Step, type: DecisionType, part: Part, scope: Scope): Step {
  if (type === ANY_TYPE) return step
  return (variables, evaluation) => {
    const given = step(variables, evaluation)
    const value = type.check(given, evaluation.session, false)
    if (value !== undefined) return value
    return evaluation.warnings.add('dmn.type-mismatch', scope.owner, part, {
      expected: type.feel.kind,
      found: kindOf(given),
    })
  }
}

function unchecked(expression: Expression, scope: Scope): Step {
  switch (expression.kind) {
    case 'literal':
      if (expression.language !== '') return unsupported(expression, expression.language, scope)
      return literal(expression, scope)
    case 'table':
      return compileTableIn(expression, scope).step
    case 'invocation':
      return invocation(expression, scope)
    case 'context':
      return context(expression, scope)
    case 'list': {
      const items = expression.items.map(item => compileBoxed(item, scope))
      return (variables, evaluation) => items.map(item => item(variables, evaluation))
    }
    case 'relation':
      return relation(expression, scope)
    case 'function':
      return functionDefinition(expression, scope)
    case 'conditional': {
      const condition = compileBoxed(expression.condition, scope)
      const yes = compileBoxed(expression.yes, scope)
      const no = compileBoxed(expression.no, scope)
      return (variables, evaluation) => {
        const value = condition(variables, evaluation)
        if (value !== null && typeof value !== 'boolean')
          return evaluation.warnings.add('feel.condition-not-boolean', scope.owner, expression, { kind: kindOf(value) })
        return (value === true ? yes : no)(variables, evaluation)
      }
    }
    case 'filter':
      return filter(expression, scope)
    case 'for':
    case 'some':
    case 'every':
      return iterator(expression, scope)
  }
}

/** Compiles a table whose own type is not declared. */
export function compileTableIn(table: DecisionTable, scope: Scope): ReturnType<typeof compileTable> {
  return compileTable(table, scope, compileFeel, compileTests)
}

function unsupported(part: Part, language: string, scope: Scope): Step {
  scope.problems.add('dmn.language-unsupported', part, `The expression language "${language}" is not offered.`)
  return (_variables, evaluation) =>
    evaluation.warnings.add('dmn.language-unsupported', scope.owner, part, { language })
}

/** Compiles FEEL text; null when it is wrong, which is reported. */
export function compileFeel(text: Text, scope: Scope): CompiledExpression | null {
  return settle(compileExpression(text.text, optionsOf(scope)), text, scope)
}

/** Compiles unary tests; null when they are wrong, which is reported. */
export function compileTests(text: Text, scope: Scope): CompiledExpression | null {
  return settle(compileUnaryTests(text.text, optionsOf(scope)), text, scope)
}

function optionsOf(scope: Scope) {
  return {
    names: scope.names,
    members: scope.members,
    type: (name: string): FeelType | undefined => scope.types.find(name)?.feel,
    external: javaFunction,
  }
}

function settle(compiled: ReturnType<typeof compileExpression>, text: Text, scope: Scope): CompiledExpression | null {
  if (compiled.ok) {
    if (text.text.includes('external'))
      for (const made of externalFunctions(compiled.expression)) report(made, text, scope)
    return compiled.expression
  }
  for (const error of compiled.errors) scope.problems.add('dmn.expression-invalid', text, error.message, error.start)
  return null
}

function report({ name, known, start }: ExternalFunction, part: Part, scope: Scope): void {
  if (!known) scope.problems.add('dmn.function-unsupported', part, `The function ${name} is not offered.`, start)
}

/** A step that evaluates FEEL text. */
export function literal(text: Text, scope: Scope): Step {
  const compiled = compileFeel(text, scope)
  if (compiled === null)
    return (_variables, evaluation) => evaluation.warnings.add('dmn.expression-invalid', scope.owner, text)
  return (variables, evaluation) => {
    const { session } = evaluation
    const before = session.warnings.length
    const value = runExpression(compiled, session, variables)
    if (session.warnings.length > before) evaluation.warnings.claim(scope.owner, text)
    return value
  }
}

function copyOf(variables: FeelContext): Record<string, FeelValue> {
  const copy = newContext()
  for (const key of Object.keys(variables)) copy[key] = variables[key] as FeelValue
  return copy
}

function context(expression: ContextExpression, scope: Scope): Step {
  let inner = scope
  const entries = expression.entries.map(entry => {
    const name = entry.variable?.name ?? null
    // A function may call itself by its name; any other entry sees only those before it.
    if (name !== null && entry.value?.kind === 'function') inner = withNames(inner, [name])
    const step = compileBoxed(entry.value, inner)
    const typed =
      entry.variable === null || entry.value?.kind === 'function'
        ? step
        : checked(step, scope.types.of(entry.variable.typeRef, entry.variable), entry.variable, scope)
    if (name !== null) inner = withNames(inner, [name])
    return { name, step: typed }
  })
  return (variables, evaluation) => {
    const seen = copyOf(variables)
    const result = newContext()
    for (const entry of entries) {
      const value = entry.step(seen, evaluation)
      if (entry.name === null) return value
      seen[entry.name] = value
      result[entry.name] = value
    }
    return result
  }
}

function relation(expression: Relation, scope: Scope): Step {
  const columns = expression.columns.map(column => ({
    name: column.name,
    type: scope.types.of(column.typeRef, column),
    column,
  }))
  const rows = expression.rows.map(row =>
    columns.map(({ name, type, column }, i) => ({
      name,
      step: checked(compileBoxed(row[i] ?? null, scope), type, column, scope),
    })),
  )
  return (variables, evaluation) =>
    rows.map(row => {
      const result = newContext()
      for (const cell of row) result[cell.name] = cell.step(variables, evaluation)
      return result
    })
}

function invocation(expression: Invocation, scope: Scope): Step {
  const called = compileBoxed(expression.called, scope)
  const bindings = expression.bindings.map(binding => ({
    name: binding.parameter.name,
    step: compileBoxed(binding.value, scope),
  }))
  return (variables, evaluation) => {
    const target = called(variables, evaluation)
    if (!(target instanceof FeelFunction)) return evaluation.warnings.add('dmn.not-a-function', scope.owner, expression)
    const args = new Map(bindings.map(binding => [binding.name, binding.step(variables, evaluation)]))
    const site = evaluation.session.site({ start: 0, end: 0 })
    if (target.invokeNamed !== null) return target.invokeNamed(args, site)
    const parameters = target.parameters ?? []
    if (args.size !== parameters.length || !parameters.every(parameter => args.has(parameter.name)))
      return evaluation.warnings.add('feel.arguments-invalid', scope.owner, expression, { function: target.name })
    return target.invoke(
      parameters.map(parameter => args.get(parameter.name) ?? null),
      site,
    )
  }
}

/** A function definition as a value. */
export function functionDefinition(expression: FunctionExpression, scope: Scope): Step {
  const make = compileFunction(expression, scope, ANY_TYPE, 'function')
  return (variables, evaluation) =>
    make(variables, evaluation) ?? evaluation.warnings.add('dmn.function-unsupported', scope.owner, expression)
}

/** Compiles a function's logic into a maker of function values; the maker gives null for kinds that are not offered. */
export function compileFunction(
  expression: FunctionExpression,
  scope: Scope,
  result: DecisionType,
  name: string,
): (variables: FeelContext, evaluation: Evaluation) => FeelFunction | null {
  const parameters = expression.parameters.map(parameter => ({
    name: parameter.name,
    type: scope.types.of(parameter.typeRef, parameter),
  }))
  const feelParameters = parameters.map(parameter => ({ name: parameter.name, type: parameter.type.feel }))
  const inner = withNames(
    scope,
    parameters.map(parameter => parameter.name),
  )
  if (expression.language === 'PMML') {
    scope.problems.add('dmn.language-unsupported', expression, 'PMML functions are not offered.')
    return () => null
  }
  if (expression.language === 'Java') return javaMaker(expression, scope, feelParameters)
  const body = checked(compileBoxed(expression.body, inner), result, expression, scope)
  return (variables, evaluation) =>
    new FeelFunction({
      name,
      parameters: feelParameters.map(parameter => ({ name: parameter.name, type: { kind: 'any' } as const })),
      result: result.feel,
      invoke: args => {
        const seen = copyOf(variables)
        for (let i = 0; i < parameters.length; i++) {
          const parameter = parameters[i] as (typeof parameters)[number]
          const value = parameter.type.check(args[i] ?? null, evaluation.session, false)
          if (value === undefined)
            return evaluation.warnings.add('feel.arguments-invalid', scope.owner, expression, {
              function: name,
              parameter: parameter.name,
            })
          seen[parameter.name] = value
        }
        evaluation.session.enter()
        const value = body(seen, evaluation)
        evaluation.session.leave()
        return value
      },
    })
}

function javaMaker(
  expression: FunctionExpression,
  scope: Scope,
  parameters: readonly { readonly name: string; readonly type: FeelType }[],
): (variables: FeelContext, evaluation: Evaluation) => FeelFunction | null {
  const mapping = compileBoxed(expression.body, scope)
  const named = boxedFunction(expression)
  if (named !== null) report(named, expression, scope)
  return (variables, evaluation) => {
    const value = mapping(variables, evaluation)
    if (!isContext(value)) return null
    const { class: className, 'method signature': signature } = value
    if (typeof className !== 'string' || typeof signature !== 'string') return null
    return javaMethod(className, signature, parameters) ?? null
  }
}

function filter(expression: Filter, scope: Scope): Step {
  const list = compileBoxed(expression.list, scope)
  const match = compileBoxed(expression.match, withNames(scope, ['item']))
  return (variables, evaluation) => {
    const source = list(variables, evaluation)
    const items = source === null ? [] : isList(source) ? source : [source]
    const found: FeelValue[] = []
    for (const item of items) {
      evaluation.session.spend(1)
      const seen = copyOf(variables)
      if (isContext(item)) for (const key of Object.keys(item)) seen[key] = item[key] as FeelValue
      seen.item = item
      const value = match(seen, evaluation)
      if (isNumber(value)) return indexed(items, value, evaluation, scope, expression)
      if (value === true) found.push(item)
      else if (value !== false && value !== null)
        return evaluation.warnings.add('feel.filter-invalid', scope.owner, expression)
    }
    return found
  }
}

function indexed(
  items: readonly FeelValue[],
  place: FeelValue,
  evaluation: Evaluation,
  scope: Scope,
  part: Part,
): FeelValue {
  const at = typeof place === 'number' && Number.isInteger(place) && place !== 0 ? place : Number.NaN
  return (
    items[at > 0 ? at - 1 : items.length + at] ?? evaluation.warnings.add('feel.index-out-of-range', scope.owner, part)
  )
}

/** `for`, `some` and `every` are FEEL's own, over boxed parts: they are run here with the same meaning. */
function iterator(expression: Iterator, scope: Scope): Step {
  const list = compileBoxed(expression.list, scope)
  const { kind, variable } = expression
  const body = compileBoxed(expression.body, withNames(scope, kind === 'for' ? [variable, 'partial'] : [variable]))
  const rangeItems = compileExpression('for item in list return item', { names: ['list'] })
  const seesPartial = kind === 'for' && mentions(expression.body, 'partial')
  return (variables, evaluation) => {
    const source = list(variables, evaluation)
    if (source === null) return evaluation.warnings.add('feel.not-iterable', scope.owner, expression)
    let items: FeelValue = isList(source) ? source : null
    if (items === null && rangeItems.ok) {
      items = runExpression(rangeItems.expression, evaluation.session, { list: source })
      evaluation.warnings.claim(scope.owner, expression)
    }
    if (!isList(items)) return null
    const results: FeelValue[] = []
    let unknown = false
    const decisive = kind === 'some'
    for (const item of items) {
      evaluation.session.spend(1)
      const seen = copyOf(variables)
      seen[variable] = item
      if (seesPartial) {
        evaluation.session.spend(results.length / 16)
        seen.partial = results.slice()
      }
      const value = body(seen, evaluation)
      if (kind === 'for') results.push(value)
      else if (value === decisive) return decisive
      else if (value === null) unknown = true
      else if (typeof value !== 'boolean')
        return evaluation.warnings.add('feel.condition-not-boolean', scope.owner, expression, { kind: kindOf(value) })
    }
    if (kind === 'for') return results
    return unknown ? null : !decisive
  }
}
