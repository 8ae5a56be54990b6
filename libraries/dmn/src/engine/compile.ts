import { FeelFunction, Names } from '@tereze/feel'
import { memberNames } from '../model/member-names.ts'
import type { Decision, DecisionService, InputData, KnowledgeModel, Model, Part } from '../model/model.ts'
import { checked, compileBoxed, compileFunction, compileTableIn, type Scope } from './compile-expression.ts'
import type { Binding, DecisionElement, Element, InputElement, KnowledgeElement } from './element.ts'
import { cyclicAmong } from './order.ts'
import { type Problem, Problems } from './problem.ts'
import { serviceFunction } from './service.ts'
import { ANY_TYPE, componentNames, type DecisionType, TypeBook } from './types.ts'
import { variablesOf } from './variables.ts'

/** A model that is ready to run. Immutable; may be kept and shared. */
export interface CompiledModel {
  readonly model: Model
  /** What is wrong with it; the parts concerned give null with a warning. */
  readonly problems: readonly Problem[]
  /** The elements of this model by name; decisions win over services, services over knowledge models. */
  readonly elements: ReadonlyMap<string, Element>
  readonly inputs: readonly InputElement[]
}

/** What a model is compiled with. */
export interface CompileOptions {
  /** The models that this one imports, and those that they import. */
  readonly imports?: readonly Model[]
}

interface Unit {
  readonly model: Model
  readonly types: TypeBook
  /** Elements by key `namespace#id`. */
  readonly importNames: ReadonlyMap<string, Unit>
}

/** Compiles a model with everything that it imports. Never throws: what is wrong is listed in `problems`. */
export function compile(model: Model, options: CompileOptions = {}): CompiledModel {
  return new ModelCompiler(model, options.imports ?? []).compile()
}

class ModelCompiler {
  private readonly problems = new Problems()
  private readonly units = new Map<string, Unit>()
  private readonly elements = new Map<string, Element>()
  private readonly unitOf = new Map<Element, Unit>()
  private readonly available: ReadonlyMap<string, Model>
  private readonly main: Model
  private members: Names = new Names([])

  constructor(main: Model, imports: readonly Model[]) {
    this.main = main
    this.available = new Map(imports.map(imported => [imported.namespace, imported]))
  }

  compile(): CompiledModel {
    const main = this.unit(this.main)
    this.members = new Names(
      [...this.units.values()].flatMap(unit => [
        ...componentNames(unit.model.itemDefinitions),
        ...memberNames(unit.model),
        ...[...unit.model.inputs, ...unit.model.decisions, ...unit.model.knowledge, ...unit.model.services].map(
          each => each.name,
        ),
      ]),
    )
    for (const unit of this.units.values()) this.register(unit)
    for (const [element, unit] of this.unitOf) this.bind(element, unit)
    this.findCycles()
    for (const [element, unit] of this.unitOf) this.logic(element, unit)
    return this.result(main)
  }

  private unit(model: Model): Unit {
    const known = this.units.get(model.namespace)
    if (known !== undefined) return known
    const importNames = new Map<string, Unit>()
    const types = new TypeBook(
      model,
      name => importNames.get(name)?.types,
      this.problems,
      () => this.members,
    )
    const unit: Unit = { model, types, importNames }
    this.units.set(model.namespace, unit)
    for (const imported of model.imports) {
      const source = imported.namespace === this.main.namespace ? this.main : this.available.get(imported.namespace)
      if (source !== undefined) importNames.set(imported.name, this.unit(source))
      else this.problems.add('dmn.import-missing', imported, `The model "${imported.namespace}" is not given.`)
    }
    this.findSlips(model)
    return unit
  }

  /** What a reader of the source would call a slip: elements that DMN does not have, two things of one name. */
  private findSlips(model: Model): void {
    for (const stray of model.strays ?? [])
      this.problems.add('dmn.element-unknown', stray, `DMN has no element "${stray.name}".`)
    for (const named of [model.itemDefinitions, model.inputs, model.decisions, model.knowledge, model.services]) {
      const seen = new Set<string>()
      for (const part of named) {
        if (seen.has(part.name)) this.problems.add('dmn.name-repeated', part, `The name "${part.name}" is used twice.`)
        seen.add(part.name)
      }
    }
  }

  private register(unit: Unit): void {
    const { model, types } = unit
    const add = (element: Element, part: Part): void => {
      if (part.id !== '' && this.elements.has(element.key))
        this.problems.add('dmn.name-repeated', part, `The id "${part.id}" is used twice.`)
      this.elements.set(element.key, element)
      this.unitOf.set(element, unit)
    }
    const common = (source: InputData | Decision | KnowledgeModel | DecisionService, type: DecisionType) => ({
      key: `${model.namespace}#${source.id === '' ? `name:${source.name}` : source.id}`,
      name: source.name,
      variable: source.variable.name,
      type,
      paths: [[source.name]],
    })
    for (const source of model.inputs)
      add({ kind: 'input', source, ...common(source, types.of(source.variable.typeRef, source.variable)) }, source)
    for (const source of model.decisions)
      add(
        {
          kind: 'decision',
          source,
          bindings: [],
          step: null,
          table: null,
          fast: undefined,
          order: undefined,
          ...common(source, types.of(source.variable.typeRef, source.variable)),
        },
        source,
      )
    for (const source of model.knowledge)
      add(
        { kind: 'knowledge', source, bindings: [], make: null, ...common(source, this.resultType(source, types)) },
        source,
      )
    for (const source of model.services)
      add(
        {
          kind: 'service',
          source,
          inputs: [],
          outputs: [],
          make: null,
          order: undefined,
          ...common(source, this.resultType(source, types)),
        },
        source,
      )
  }

  /** The type of what an invocable gives: that of its variable, or the result of its function type. */
  private resultType(source: KnowledgeModel | DecisionService, types: TypeBook): DecisionType {
    const type = types.of(source.variable.typeRef, source.variable)
    return type.result ?? (type.feel.kind === 'function' ? ANY_TYPE : type)
  }

  private find(href: string, unit: Unit, part: Part): Element | null {
    const hash = href.indexOf('#')
    const namespace = href.slice(0, Math.max(hash, 0))
    const id = href.slice(hash + 1)
    const found = this.elements.get(`${namespace === '' ? unit.model.namespace : namespace}#${id}`)
    if (found === undefined) this.problems.add('dmn.reference-unknown', part, `There is no element "${href}".`)
    return found ?? null
  }

  /** The names by which a unit sees an element: its own name, or a path through imports. */
  private pathOf(element: Element, unit: Unit): readonly string[] {
    const owner = this.unitOf.get(element)
    if (owner === undefined || owner === unit) return [element.variable]
    const path = importPath(unit, owner, new Set())
    return path === null ? [element.variable] : [...path, element.variable]
  }

  private bindings(hrefs: readonly string[], unit: Unit, part: Part): Binding[] {
    return hrefs.flatMap(href => {
      const element = this.find(href, unit, part)
      return element === null ? [] : [{ element, path: this.pathOf(element, unit) }]
    })
  }

  private bind(element: Element, unit: Unit): void {
    if (element.kind === 'decision' || element.kind === 'knowledge') {
      const { source } = element
      element.bindings = this.bindings([...source.information, ...source.knowledge], unit, source)
    } else if (element.kind === 'service') {
      const { source } = element
      const all = (hrefs: readonly string[]): Element[] => hrefs.flatMap(href => this.find(href, unit, source) ?? [])
      element.inputs = [...all(source.inputData), ...all(source.inputDecisions)]
      element.make = evaluation => serviceFunction(element, evaluation)
      element.outputs = all(source.outputDecisions).filter(other => other.kind === 'decision')
    }
  }

  private findCycles(): void {
    for (const element of cyclicAmong(this.unitOf.keys()))
      this.problems.add(
        'dmn.requirement-cyclic',
        element.source,
        `"${element.name}" requires itself, perhaps through others.`,
      )
  }

  private scopeOf(element: DecisionElement | KnowledgeElement, unit: Unit): Scope {
    return {
      owner: element.name,
      names: new Names(element.bindings.map(binding => binding.path[0] as string)),
      members: this.members,
      types: unit.types,
      problems: this.problems,
    }
  }

  private logic(element: Element, unit: Unit): void {
    if (element.kind === 'decision') {
      const scope = this.scopeOf(element, unit)
      const { expression } = element.source
      const compiled =
        expression?.kind === 'table' && expression.typeRef === null ? compileTableIn(expression, scope) : null
      element.table = compiled?.table ?? null
      element.step = checked(
        compiled?.step ?? compileBoxed(expression, scope),
        element.type,
        element.source.variable,
        scope,
      )
    } else if (element.kind === 'knowledge') {
      const scope = this.scopeOf(element, unit)
      const { logic } = element.source
      // A knowledge model may call itself.
      const own: Scope = { ...scope, names: new Names([...scope.names.variables, element.variable]) }
      const make = logic === null ? () => null : compileFunction(logic, own, element.type, element.name)
      element.make = evaluation => {
        const variables = variablesOf(element.bindings, evaluation)
        const made =
          make(variables, evaluation) ??
          new FeelFunction({
            name: element.name,
            parameters: null,
            result: { kind: 'any' },
            invoke: () => evaluation.warnings.add('dmn.function-unsupported', element.name, element.source),
          })
        variables[element.variable] = made
        return made
      }
    }
  }

  /**
   * Imported inputs are read from a context under the import's name; from their own name too where that can mean nothing else.
   */
  private placeImported(main: Unit, own: ReadonlySet<Element>): void {
    const elements = [...this.unitOf].filter(([element]) => element.kind === 'input' || element.kind === 'decision')
    const counts = new Map<string, number>()
    for (const [{ name }] of elements) counts.set(name, (counts.get(name) ?? 0) + 1)
    for (const [element, unit] of elements) {
      if (own.has(element)) continue
      const path = [...(importPath(main, unit, new Set()) ?? []), element.name]
      element.paths = counts.get(element.name) === 1 && path.length > 1 ? [path, [element.name]] : [path]
    }
  }

  private result(main: Unit): CompiledModel {
    const rank = { knowledge: 0, service: 1, input: 2, decision: 3 }
    const own = [...this.unitOf]
      .filter(([, unit]) => unit === main || main.importNames.get('') === unit)
      .map(([element]) => element)
    this.placeImported(main, new Set(own))
    const elements = new Map<string, Element>()
    for (const element of own.toSorted((a, b) => rank[a.kind] - rank[b.kind])) elements.set(element.name, element)
    return {
      model: this.main,
      problems: this.problems.found,
      elements,
      inputs: [...this.unitOf.keys()].filter(element => element.kind === 'input'),
    }
  }
}

function importPath(from: Unit, to: Unit, seen: Set<Unit>): readonly string[] | null {
  if (seen.has(from)) return null
  seen.add(from)
  for (const [name, unit] of from.importNames) if (unit === to) return name === '' ? [] : [name]
  for (const [name, unit] of from.importNames) {
    const path = importPath(unit, to, seen)
    if (path !== null) return name === '' ? path : [name, ...path]
  }
  return null
}
