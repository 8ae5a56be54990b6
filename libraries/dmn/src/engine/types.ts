import {
  ANY,
  type CompiledExpression,
  coerce,
  compileUnaryTests,
  conforms,
  entryOf,
  type FeelType,
  type FeelValue,
  isContext,
  isList,
  type Names,
  newContext,
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
  runExpression,
  type Session,
  simpleType,
} from '@tereze/feel'
import type { ItemDefinition, Model, Part, Text } from '../model/model.ts'
import { Axis, NOWHERE } from '../tables/axis.ts'
import { readCell } from '../tables/cell.ts'
import { atomOf } from '../tables/json-atom.ts'
import { isoDays } from './iso-date.ts'
import type { Problems } from './problem.ts'

/** A type of a model: what FEEL sees of it, and the whole check with its constraints. */
export interface DecisionType {
  readonly feel: FeelType
  /**
   * The value as the type wants it, after the implicit conversions (DMN 1.5 §10.3.2.9.4); undefined when it does not
   * conform. `lenient` is for JSON data: dates, times and durations are also read from ISO text, entries that are left out
   * are null.
   */
  readonly check: (value: FeelValue, session: Session, lenient: boolean) => FeelValue | undefined
  /**
   * True when JSON data surely conforms as it is, dates as ISO text; false when `check` must say. Null when only `check` can
   * say.
   */
  readonly quick: ((value: unknown) => boolean) | null
  /** True when the kind of the value is all that the type asks. */
  readonly plain: boolean
  /** Types of the entries of a context by name; null for other types. */
  readonly entries: ReadonlyMap<string, DecisionType> | null
  /** Type of what a function gives; null for other types. */
  readonly result: DecisionType | null
  /** The type that this one narrows by unary tests, and those tests; null where it narrows none. */
  readonly narrowed: Narrowing | null
}

/** A chain of tests, kept as one: a type may narrow one that narrows another, ten thousand times over. */
interface Narrowing {
  readonly base: DecisionType
  readonly before: Narrowing | null
  readonly tests: CompiledExpression
  /** The same tests over JSON data; null when these or those before are more than constants. */
  readonly passes: ((value: unknown) => boolean) | null
}

const QUICK: Readonly<Record<string, (value: unknown) => boolean>> = {
  number: Number.isFinite,
  string: value => typeof value === 'string',
  boolean: value => typeof value === 'boolean',
  date: value => typeof value === 'string' && !Number.isNaN(isoDays(value)),
}

const readers: Readonly<Record<string, (text: string) => FeelValue>> = {
  date: parseDate,
  time: parseTime,
  // A date is midnight UTC where a date and time is expected (§10.3.2.9.4).
  'date and time': text => parseDateTime(text) ?? parseDate(text),
  'days and time duration': parseDuration,
  'years and months duration': parseDuration,
}

function simple(feel: FeelType): DecisionType {
  const read = readers[feel.kind]
  return {
    feel,
    quick: QUICK[feel.kind] ?? null,
    plain: true,
    entries: null,
    result: null,
    narrowed: null,
    check: (raw, _session, lenient) => {
      // What JSON does not have is nothing.
      const given = typeof raw === 'number' && !Number.isFinite(raw) ? null : raw
      const value = lenient && read !== undefined && typeof given === 'string' ? read(given) : given
      if (value === null) return given === null ? null : undefined
      const coerced = coerce(value, feel)
      return conforms(coerced, feel) ? coerced : undefined
    },
  }
}

/** The type of a value about which nothing is said. */
export const ANY_TYPE: DecisionType = {
  feel: ANY,
  quick: () => true,
  plain: true,
  entries: null,
  result: null,
  narrowed: null,
  check: value => value,
}

/** The types of one model, and through its imports those of others. */
export class TypeBook {
  private readonly definitions = new Map<string, ItemDefinition>()
  private readonly built = new Map<string, DecisionType>()
  private readonly building = new Set<string>()
  private readonly imported: (namespacePrefix: string) => TypeBook | undefined
  private readonly problems: Problems
  private readonly members: () => Names

  constructor(
    model: Model,
    imported: (name: string) => TypeBook | undefined,
    problems: Problems,
    members: () => Names,
  ) {
    for (const definition of model.itemDefinitions) this.definitions.set(definition.name, definition)
    this.imported = imported
    this.problems = problems
    this.members = members
  }

  /** The type of a reference; `Any` when there is none. Reports a reference to nothing once per place. */
  of(ref: string | null, part: Part): DecisionType {
    if (ref === null) return ANY_TYPE
    const type = this.find(ref)
    if (type !== undefined) return type
    this.problems.add('dmn.type-unknown', part, `There is no type "${ref}".`)
    return ANY_TYPE
  }

  /** The type of a name; undefined when there is none. */
  find(ref: string): DecisionType | undefined {
    const built = this.built.get(ref)
    if (built !== undefined) return built
    const definition = this.definitions.get(ref)
    if (definition !== undefined) {
      if (!this.building.has(ref)) this.buildFirst(ref)
      return this.built.get(ref) ?? this.build(ref, definition)
    }
    const dot = ref.indexOf('.')
    const viaImport =
      dot > 0 ? this.imported(ref.slice(0, dot))?.find(ref.slice(dot + 1)) : this.imported('')?.find(ref)
    if (viaImport !== undefined) return viaImport
    const feel = simpleType(ref) ?? (ref === 'any' ? ANY : undefined)
    if (feel !== undefined) return feel.kind === 'any' ? ANY_TYPE : simple(feel)
    const colon = ref.indexOf(':')
    return colon > 0 ? this.find(ref.slice(colon + 1)) : undefined
  }

  /** Builds what a type is made of before it, so that a chain of types may be as long as memory holds. */
  private buildFirst(name: string): void {
    const open: { readonly name: string; readonly needs: readonly string[]; next: number }[] = []
    const seen = new Set<string>()
    const visit = (ref: string): void => {
      const definition = this.definitions.get(ref)
      if (definition === undefined || this.built.has(ref) || this.building.has(ref) || seen.has(ref)) return
      seen.add(ref)
      open.push({ name: ref, needs: refsOf(definition), next: 0 })
    }
    visit(name)
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const need = top.needs[top.next++]
      if (need !== undefined) visit(need)
      else {
        open.pop()
        const definition = this.definitions.get(top.name)
        if (definition !== undefined && !this.built.has(top.name)) this.build(top.name, definition)
      }
    }
  }

  private build(name: string, definition: ItemDefinition): DecisionType {
    if (this.building.has(name)) {
      this.problems.add('dmn.type-cyclic', definition, `The type "${name}" is made of itself.`)
      return ANY_TYPE
    }
    this.building.add(name)
    const type = this.define(definition)
    this.building.delete(name)
    this.built.set(name, type)
    return type
  }

  private define(definition: ItemDefinition): DecisionType {
    const item = this.constrained(this.base(definition), definition.allowedValues)
    const whole = definition.isCollection ? listOf(item) : item
    return this.constrained(whole, definition.typeConstraint)
  }

  private base(definition: ItemDefinition): DecisionType {
    if (definition.components.length > 0)
      return contextOf(definition.components.map(component => ({ name: component.name, type: this.define(component) })))
    if (definition.function !== null) {
      const { parameters } = definition.function
      const result = this.of(definition.function.result, definition)
      const feel: FeelType = {
        kind: 'function',
        parameters: parameters.map(parameter => this.of(parameter.typeRef, parameter).feel),
        result: result.feel,
      }
      return { ...simple(feel), result }
    }
    return this.of(definition.typeRef, definition)
  }

  private constrained(type: DecisionType, tests: Text | null): DecisionType {
    if (tests === null || tests.text === '') return type
    const compiled = compileUnaryTests(tests.text, { members: this.members() })
    if (!compiled.ok) {
      const [error] = compiled.errors
      this.problems.add('dmn.expression-invalid', tests, error?.message ?? '', error?.start ?? 0)
      return type
    }
    return withTests(type, compiled.expression)
  }
}

const NOTHING = newContext()

/** A type whose values must pass unary tests; null needs none. Types that narrow each other are one type with all tests. */
export function withTests(type: DecisionType, tests: CompiledExpression): DecisionType {
  const before = type.narrowed
  const base = before?.base ?? type
  const narrowed: Narrowing = {
    base,
    before,
    tests,
    passes: before !== null && before.passes === null ? null : quickTests(tests.text),
  }
  let chain: readonly Narrowing[] | null = null
  const all = (): readonly Narrowing[] => {
    chain ??= chainOf(narrowed)
    return chain
  }
  const { quick } = base
  return {
    feel: base.feel,
    quick:
      quick === null || narrowed.passes === null
        ? null
        : value => quick(value) && all().every(({ passes }) => passes?.(value) === true),
    plain: false,
    entries: base.entries,
    result: base.result,
    narrowed,
    check: (given, session, lenient) => {
      const value = base.check(given, session, lenient)
      if (value === undefined || value === null) return value
      return all().every(one => runExpression(one.tests, session, NOTHING, value) === true) ? value : undefined
    },
  }
}

function chainOf(last: Narrowing): Narrowing[] {
  const chain: Narrowing[] = []
  for (let one: Narrowing | null = last; one !== null; one = one.before) chain.push(one)
  return chain.reverse()
}

/** Whether JSON data passes tests that are all constants; null when they are more than that. */
function quickTests(text: string): ((value: unknown) => boolean) | null {
  const cell = readCell(text)
  if (cell === 'opaque') return null
  const axis = Axis.of([cell])
  if (axis === null) return null
  const holds = new Array<boolean>(axis.size).fill(false)
  for (const [from, to] of axis.intervals(cell)) holds.fill(true, from, to + 1)
  const column = { axis, masks: new Uint32Array(0) }
  return value => {
    const atom = atomOf(column, value)
    return atom !== NOWHERE && holds[atom] === true
  }
}

/** A list whose items are of a type; a single value becomes a list of one, a list of one such list that list. */
export function listOf(item: DecisionType): DecisionType {
  const itemsOf = (source: readonly FeelValue[], session: Session, lenient: boolean): FeelValue[] | undefined => {
    const items: FeelValue[] = []
    for (const entry of source) {
      const value = item.check(entry, session, lenient)
      if (value === undefined) return undefined
      items.push(value)
    }
    return items
  }
  return {
    feel: { kind: 'list', of: item.feel },
    quick: item.quick === null ? null : quickList(item.quick),
    plain: false,
    entries: null,
    result: null,
    narrowed: null,
    check: (given, session, lenient) => {
      if (given === null) return null
      if (!isList(given)) return itemsOf([given], session, lenient)
      const [only = null] = given
      return (
        itemsOf(given, session, lenient) ??
        (given.length === 1 && isList(only) ? itemsOf(only, session, lenient) : undefined)
      )
    },
  }
}

function contextOf(entries: readonly { readonly name: string; readonly type: DecisionType }[]): DecisionType {
  const feel: FeelType = {
    kind: 'context',
    entries: Object.fromEntries(entries.map(entry => [entry.name, entry.type.feel])),
  }
  return {
    feel,
    quick: quickContext(entries),
    plain: false,
    entries: new Map(entries.map(entry => [entry.name, entry.type])),
    result: null,
    narrowed: null,
    check: (given, session, lenient) => {
      if (given === null) return null
      const value = isList(given) && given.length === 1 ? (given[0] ?? null) : given
      if (!isContext(value)) return undefined
      const checked = newContext()
      for (const key of Object.keys(value)) checked[key] = value[key] as FeelValue
      for (const entry of entries) {
        const own = entryOf(value, entry.name)
        if (own === undefined && !lenient) return undefined
        const entryValue = entry.type.check(own ?? null, session, lenient)
        if (entryValue === undefined) return undefined
        checked[entry.name] = entryValue
      }
      return checked
    },
  }
}

function quickList(item: (value: unknown) => boolean): (value: unknown) => boolean {
  return value => Array.isArray(value) && value.every(entry => entry === null || item(entry))
}

function quickContext(
  entries: readonly { readonly name: string; readonly type: DecisionType }[],
): ((value: unknown) => boolean) | null {
  const checks: { name: string; quick: (value: unknown) => boolean }[] = []
  for (const { name, type } of entries) {
    if (type.quick === null || name in Object.prototype) return null
    checks.push({ name, quick: type.quick })
  }
  return value => {
    if (!isContext(value as FeelValue)) return false
    for (let i = 0; i < checks.length; i++) {
      const { name, quick } = checks[i] as (typeof checks)[number]
      const own = (value as Record<string, unknown>)[name]
      if (own !== undefined && own !== null && !quick(own)) return false
    }
    return true
  }
}

/** The types that an item definition names. */
function refsOf(definition: ItemDefinition): string[] {
  const { typeRef, components, function: made } = definition
  return [
    ...(typeRef === null ? [] : [typeRef]),
    ...components.flatMap(refsOf),
    ...(made === null ? [] : [made.result, ...made.parameters.map(parameter => parameter.typeRef)]).filter(
      ref => ref !== null,
    ),
  ]
}

/** The names of all components of all item definitions of a model, for names with spaces in paths. */
export function componentNames(definitions: readonly ItemDefinition[]): string[] {
  return definitions.flatMap(definition =>
    definition.components.flatMap(component => [component.name, ...componentNames([component])]),
  )
}
