import { withoutBlanks } from './blank.ts'
import { choose } from './choose.ts'
import type { Block, CompiledField, CompiledForm, CompiledRepeat, PlacedItem } from './compiled.ts'
import { asList, type Expression, type Moment, optionId } from './expression.ts'
import { isObject, type Json, type JsonObject, sameJson } from './json.ts'
import type { FieldLayout } from './layout.ts'
import { Memory } from './memory.ts'
import { toPointer, valueAt } from './pointer.ts'
import type { Requirement } from './requirements.ts'
import type {
  Discrepancy,
  ElementState,
  FieldMode,
  FieldState,
  FormInput,
  FormState,
  ItemState,
  Option,
  PageState,
  Prefill,
  RepeatState,
} from './state.ts'

/** A field between the two passes: its value is settled, its requirement and problems are not. */
interface Settled {
  readonly visible: boolean
  readonly value: Json
  /** What conditions see: null while hidden or only suggested; the whole option for a choice. */
  readonly seen: Json
  /** What is submitted. */
  readonly stored: Json
  readonly settled: boolean
  readonly mode: FieldMode
  readonly options: readonly Option[] | null
  readonly known: Json
  readonly prefill: Prefill | null
  readonly unlisted: boolean
}

interface SettledRepeat {
  readonly visible: boolean
  readonly mode: FieldMode
  readonly prefill: Prefill | null
  readonly elements: readonly { key: string; results: Results }[]
  readonly stored: Json
  readonly seen: Json
}

type Results = ReadonlyMap<string, boolean | Settled | SettledRepeat>

/** Where a block is evaluated: the scope of names, the place in the data, the keys for prefill and memory. */
interface Place {
  readonly scope: Record<string, Json>
  /** Object in the scope in which this block's own fields are seen. */
  readonly seen: Record<string, Json>
  readonly raw: Json | undefined
  /** Prefix of memory names and prefill pointers: keys, not indexes. */
  readonly keyed: string
  readonly visible: boolean
  /** Set when the element belongs to a locked list. */
  readonly inherited: FieldMode | null
}

/** Evaluates a form once; made per evaluation. */
export class Evaluation {
  readonly memory: Memory
  private readonly form: CompiledForm
  private readonly moment: Moment
  private readonly input: FormInput
  private readonly prefill: ReadonlyMap<string, Prefill>
  private readonly discrepancies: Discrepancy[] = []
  /** Where each block was evaluated: checks are, when all its values are settled. */
  private readonly places = new Map<Results, Place>()
  private readonly values: Record<string, Json> = {}
  /** Objects made here, which may be written into. */
  private readonly owned = new WeakSet<object>()

  constructor(form: CompiledForm, input: FormInput, before?: Memory) {
    this.form = form
    this.input = input
    this.moment = { now: input.now, zone: input.zone }
    this.memory = new Memory(before)
    this.prefill = new Map(
      (input.prefill ?? []).filter(({ value }) => withoutBlanks(value) !== null).map(known => [known.pointer, known]),
    )
  }

  /** The state, computed in two passes: values in the order of their needs, then requirements and problems. */
  state(): FormState {
    const scope: Record<string, Json> = { ...this.input.context }
    // What the person has not given is read from the context: a page knows only the answers, the server the whole case.
    for (const root of this.form.roots) scope[root] = this.input.data[root] ?? this.input.context?.[root] ?? null
    const place: Place = { scope, seen: scope, raw: this.input.data, keyed: '', visible: true, inherited: null }
    const results = this.settle(this.form.block, place)
    this.collect(this.form.block, results, this.values, '')
    const pages = this.form.pages.map((page): PageState => {
      const visible = results.get(page.step) === true
      const items = page.items.map(item => this.item(item, this.form.block, results, [], ''))
      const { exit, instead = [] } = page.layout
      return this.memory.recall(`state ${page.step}`, [visible, ...items], () => ({
        id: page.layout.id,
        layout: page.layout,
        visible,
        exit: exit === undefined ? null : { text: exit, instead },
        items,
      }))
    })
    const exit = pages.find(page => page.visible && page.exit !== null)?.id ?? null
    return { pages, exit, values: this.values, discrepancies: this.discrepancies }
  }

  // First pass

  private settle(block: Block, place: Place): Results {
    const results = new Map<string, boolean | Settled | SettledRepeat>()
    // Only values of this form's own fields are hidden and shown; they start as null until their turn.
    for (const step of block.steps) if (step.kind !== 'gate') put(place.seen, step.steps, null, this.owned)
    for (const step of block.steps) {
      const container = step.container === null ? place.visible : results.get(step.container) === true
      if (step.kind === 'gate') {
        results.set(step.name, container && this.holds(place, step.name, step.when))
        continue
      }
      const visible = container && this.holds(place, step.name, step.when)
      const result =
        step.kind === 'field' ? this.settleField(step, place, visible) : this.settleRepeat(step, place, visible)
      put(place.seen, step.steps, result.seen, this.owned)
      results.set(step.name, result)
    }
    this.places.set(results, place)
    return results
  }

  private holds(place: Place, step: string, when: Expression | null): boolean {
    return when === null || this.value(place, `when ${step}`, when) === true
  }

  private value(place: Place, name: string, expression: Expression): Json {
    const inputs: unknown[] = expression.reads.map(path => readAt(place.scope, path))
    if (expression.temporal) inputs.push(this.moment.now, this.moment.zone)
    return this.memory.recall(`${name} ${place.keyed}`, inputs, () => expression.value(place.scope, this.moment))
  }

  private settleField(field: CompiledField, place: Place, visible: boolean): Settled {
    const prefill = this.prefill.get(place.keyed + toPointer(field.steps)) ?? null
    const raw = valueAt(place.raw, field.steps)
    const options = this.options(field, place, visible)
    if (field.calculate !== null) {
      const value = visible ? this.value(place, `calculate ${field.name}`, field.calculate) : null
      return {
        visible,
        value,
        seen: value,
        stored: value,
        settled: true,
        mode: 'locked',
        options,
        known: null,
        prefill: null,
        unlisted: false,
      }
    }
    const known = prefill === null ? null : withoutBlanks(prefill.value)
    const mode =
      place.inherited ?? (prefill === null ? 'open' : (prefill.mode ?? field.layout.prefill ?? 'correctable'))
    const inputs = [visible, raw, known, mode, options === null ? null : options.map(option => option.about)]
    return this.memory.recall(`settle ${field.name} ${place.keyed}`, inputs, () => {
      const given = raw === undefined ? undefined : withoutBlanks(raw)
      const value = mode === 'locked' && known !== null ? known : given === undefined ? known : given
      const settled = mode === 'locked' || given !== undefined || (mode === 'correctable' && known !== null)
      const choice = choose(field.layout.as, mode === 'locked' ? null : options, value)
      const counts = visible && settled
      return {
        visible,
        value: choice.value,
        seen: counts ? choice.seen : null,
        stored: counts && !choice.unlisted ? choice.value : null,
        settled,
        mode,
        options,
        known,
        prefill,
        unlisted: choice.unlisted,
      }
    })
  }

  private options(field: CompiledField, place: Place, visible: boolean): readonly Option[] | null {
    const asObject = field.schema.type === 'object'
    if (field.from === null) {
      if (field.schema.values === null) return null
      return field.schema.values.map(value => ({ id: String(value), value, about: value }))
    }
    const list = visible ? asList(this.value(place, `from ${field.name}`, field.from)) : []
    return this.memory.recall(`options ${field.name} ${place.keyed}`, [list], () =>
      list.flatMap(about => {
        const id = optionId(about)
        return id === null ? [] : [{ id, about, value: isObject(about) && !asObject ? id : about }]
      }),
    )
  }

  private settleRepeat(repeat: CompiledRepeat, place: Place, visible: boolean): SettledRepeat {
    const prefill = this.prefill.get(place.keyed + toPointer(repeat.steps)) ?? null
    const mode = place.inherited ?? (prefill === null ? 'open' : (prefill.mode ?? 'correctable'))
    const given = valueAt(place.raw, repeat.steps)
    const list = asList((mode === 'locked' ? prefill?.value : (given ?? prefill?.value)) ?? null)
    const keys = elementKeys(list, repeat.key)
    const elements = list.map((raw, index) => {
      const key = keys[index] as string
      const item: Record<string, Json> = isObject(raw) ? { ...raw } : {}
      const scope = { ...place.scope, item }
      const keyed = `${place.keyed}${toPointer([...repeat.steps, key])}`
      const inherited = mode === 'locked' ? 'locked' : null
      return { key, item, results: this.settle(repeat.block, { scope, seen: item, raw, keyed, visible, inherited }) }
    })
    const stored = elements.map(element => {
      const values: Record<string, Json> = repeat.keyIsData ? { [repeat.key]: element.key } : {}
      this.collect(repeat.block, element.results, values, null)
      return values
    })
    const counts = visible && (mode !== 'suggestion' || given !== undefined)
    return {
      visible,
      mode,
      prefill,
      elements,
      stored: counts && stored.length > 0 ? stored : null,
      seen: counts ? elements.map(element => element.item) : null,
    }
  }

  /** Gathers what is submitted into `into`; at the root (`pointer` given) also the discrepancies. */
  private collect(block: Block, results: Results, into: Record<string, Json>, pointer: string | null): void {
    for (const step of block.steps) {
      if (step.kind === 'gate') continue
      const result = results.get(step.name) as Settled | SettledRepeat
      if (result.stored !== null) put(into, step.steps, result.stored, this.owned)
      if (pointer === null) continue
      const at = pointer + toPointer(step.steps)
      if ('elements' in result) {
        result.elements.forEach((element, index) => {
          this.collect(step.kind === 'repeat' ? step.block : block, element.results, {}, `${at}/${index}`)
        })
        this.differ(at, result.visible, result.mode, result.prefill, result.stored)
      } else this.differ(at, result.visible, result.mode, result.prefill, result.stored)
    }
  }

  private differ(pointer: string, visible: boolean, mode: FieldMode, prefill: Prefill | null, given: Json): void {
    if (prefill === null || !visible || mode !== 'correctable') return
    const known = withoutBlanks(prefill.value)
    if (!sameJson(known, given)) this.discrepancies.push({ pointer, known, given, source: prefill.source })
  }

  // Second pass

  private item(
    placed: PlacedItem,
    block: Block,
    results: Results,
    indexes: readonly string[],
    base: string,
  ): ItemState {
    if (placed.group !== null) {
      const { layout, items: inner } = placed.group
      const visible = results.get(placed.step) === true
      const items = inner.map(item => this.item(item, block, results, indexes, base))
      return this.memory.recall(`state ${placed.step} ${base}`, [visible, ...items], () => ({
        kind: 'group',
        layout,
        visible,
        items,
      }))
    }
    const step = block.byName.get(placed.step)
    const result = results.get(placed.step)
    if (step?.kind === 'repeat') return this.repeatState(step, result as SettledRepeat, indexes, base)
    return this.fieldState(step as CompiledField, result as Settled, this.places.get(results), indexes, base)
  }

  private fieldState(
    field: CompiledField,
    result: Settled,
    place: Place | undefined,
    indexes: readonly string[],
    base: string,
  ): FieldState {
    const pointer = base + toPointer(field.steps)
    const required = result.visible && this.isRequired(field.requirements, indexes)
    const asked = place !== undefined && field.check !== null && result.visible && result.stored !== null
    const fits = !asked || this.holds(place, `check ${field.name}`, field.check)
    return this.memory.recall(`state ${pointer}`, [result, required, fits], () => ({
      kind: 'field',
      pointer,
      as: field.layout.as,
      layout: field.layout,
      visible: result.visible,
      required,
      value: result.value,
      settled: result.settled,
      mode: result.mode,
      calculated: field.calculate !== null,
      known: result.known,
      source: result.prefill?.source ?? null,
      options: result.options,
      maxLength: field.schema.maxLength,
      problems: this.fieldProblems(field, result, pointer, required, fits),
    }))
  }

  private fieldProblems(
    field: CompiledField,
    result: Settled,
    pointer: string,
    required: boolean,
    fits: boolean,
  ): FieldState['problems'] {
    if (!result.visible || field.calculate !== null || result.mode === 'locked') return []
    const value = result.settled ? result.value : null
    if (value === null) return required ? [{ pointer, code: 'form.required', params: {} }] : []
    if (result.unlisted) return [{ pointer, code: 'form.choice', params: {} }]
    if (isUnchosen(field.layout, value)) return [{ pointer, code: 'form.choose-found', params: {} }]
    const wrong = this.form.validators.field(field.schema, field.layout.as, value, pointer)
    return wrong.length === 0 && !fits ? [{ pointer, code: 'form.not-allowed', params: {} }] : wrong
  }

  private repeatState(
    repeat: CompiledRepeat,
    result: SettledRepeat,
    indexes: readonly string[],
    base: string,
  ): RepeatState {
    const pointer = base + toPointer(repeat.steps)
    const required = result.visible && this.isRequired(repeat.requirements, indexes)
    const elements = result.elements.map((element, index): ElementState => {
      const items = repeat.block.items.map(item =>
        this.item(item, repeat.block, element.results, [...indexes, String(index)], `${pointer}/${index}`),
      )
      return this.memory.recall(`element ${pointer}/${index}`, [element.key, ...items], () => ({
        key: element.key,
        items,
      }))
    })
    const { visible, mode, prefill } = result
    const inputs = [visible, required, mode, prefill, result.stored, ...elements]
    return this.memory.recall(`state ${pointer}`, inputs, () => {
      const missing: RepeatState['problems'] =
        required && result.stored === null ? [{ pointer, code: 'form.required', params: {} }] : []
      // Elements' own problems stand at their fields; here only those of the list itself.
      const listed =
        visible && result.stored !== null && mode !== 'locked'
          ? this.form.validators
              .field(repeat.schema, 'repeat', result.stored, pointer)
              .filter(problem => problem.pointer === pointer)
          : []
      return {
        kind: 'repeat',
        pointer,
        as: 'repeat',
        layout: repeat.layout,
        keyName: repeat.key,
        visible,
        required,
        mode,
        source: prefill?.source ?? null,
        elements,
        problems: [...missing, ...listed],
      }
    })
  }

  private isRequired(candidates: readonly Requirement[], indexes: readonly string[]): boolean {
    return candidates.some(requirement =>
      requirement.conditions.every(condition => {
        let star = 0
        const at = condition.at.map(step => (step === '*' ? (indexes[star++] ?? '0') : step))
        const value = valueAt(this.values, at) ?? {}
        const holds =
          'document' in condition.test
            ? this.form.validators.matches(condition.test, value)
            : isObject(value) && Object.hasOwn(value, condition.test.present)
        return holds === condition.holds
      }),
    )
  }
}

/** Writes `value` at the steps. Objects on the way are copied the first time, so that the caller's data never changes. */
function put(into: Record<string, Json>, steps: readonly string[], value: Json, owned: WeakSet<object>): void {
  let at = into
  steps.forEach((step, index) => {
    if (index === steps.length - 1) {
      at[step] = value
      return
    }
    let inner = at[step]
    if (!isObject(inner) || !owned.has(inner)) {
      inner = isObject(inner) ? { ...inner } : {}
      owned.add(inner)
      at[step] = inner
    }
    at = inner as Record<string, Json>
  })
}

/** What an expression finds along a path; a path through a list reads every element, so the list is the answer. */
function readAt(scope: JsonObject, path: readonly string[]): Json {
  let value: Json = scope
  for (const step of path) {
    if (!isObject(value)) return value
    value = Object.hasOwn(value, step) ? (value[step] ?? null) : null
  }
  return value
}

/** Stable keys of the elements: their own where they have one, else their place; never two alike. */
function elementKeys(list: readonly Json[], name: string): string[] {
  const taken = new Set<string>()
  return list.map((element, index) => {
    const own = isObject(element) ? element[name] : undefined
    let key = typeof own === 'string' && own !== '' ? own : String(index + 1)
    while (taken.has(key)) key = `${key}-${index + 1}`
    taken.add(key)
    return key
  })
}

/** Words that are neither what was found nor said to be one's own. */
function isUnchosen({ as, own }: FieldLayout, value: Json): boolean {
  if (as !== 'address' && as !== 'code') return false
  return !isObject(value) || (typeof value.id !== 'string' && !(own === true && value.own === true))
}
