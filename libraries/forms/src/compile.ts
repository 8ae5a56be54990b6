import type { Block, CompiledField, CompiledForm, CompiledRepeat, Gate, PlacedItem, Step } from './compiled.ts'
import { compileFeel, type Expression } from './expression.ts'
import { fieldSchema, rootNames } from './field-schema.ts'
import type { JsonObject } from './json.ts'
import {
  type FieldLayout,
  type FormLayout,
  type ItemLayout,
  isGroup,
  isRepeat,
  layoutFaults,
  type RepeatLayout,
} from './layout.ts'
import { orderSteps } from './order.ts'
import { pointerSteps, toPointer } from './pointer.ts'
import type { FormFault } from './problem.ts'
import { type Requirement, requirements } from './requirements.ts'
import { type SchemaDocuments, schemaDocuments, validationContext } from './schema-documents.ts'
import { createValidators } from './validators.ts'

/** What a form is made of. */
export interface FormSource {
  /** The data schema (JSON Schema 2020-12). */
  readonly schema: JsonObject
  /** The layout: a `*.form.json`. */
  readonly form: unknown
  /** Schemas that the data schema's `$ref`s name, keyed by the text before `#`. */
  readonly schemas?: Readonly<Record<string, JsonObject>>
  /** Names that the context will bring (`applicant`, `facts` …). When given, an expression may use no other. */
  readonly names?: readonly string[]
}

/** A compiled form, or everything that is wrong with it. */
export type FormCompilation =
  | { readonly ok: true; readonly form: CompiledForm }
  | { readonly ok: false; readonly problems: readonly FormFault[] }

/**
 * Compiles a form: finds each field in the schema, compiles the conditions, orders everything by what it reads.
 * A cycle is refused with the names along it (semantics 8).
 */
export function compileForm(source: FormSource): FormCompilation {
  const wrong = layoutFaults(source.form)
  if (wrong.length > 0)
    return { ok: false, problems: wrong.map(path => ({ code: 'form.layout-invalid', path, params: {} })) }
  const layout = source.form as FormLayout
  const documents = schemaDocuments(source.schema, source.schemas)
  const { context, faults } = validationContext(documents)
  const compiler = new FormCompiler(documents, rootNames(documents), source.names ?? null, faults)
  const form = compiler.form(layout)
  if (faults.length > 0) return { ok: false, problems: faults }
  return { ok: true, form: { ...form, layout, schema: source.schema, validators: createValidators(context) } }
}

/** A block while it is being compiled. */
interface Draft {
  readonly steps: Map<string, Step>
  /** What each step's expressions read, besides its container. */
  readonly reads: Map<string, (readonly string[])[]>
  readonly template: readonly string[]
  /** Steps of the names inside: '' at the root, `item` inside a repeated item. */
  readonly root: readonly string[]
}

class FormCompiler {
  private readonly documents: SchemaDocuments
  private readonly roots: readonly string[]
  private readonly names: readonly string[] | null
  private readonly faults: FormFault[]
  private readonly required: readonly Requirement[]

  constructor(
    documents: SchemaDocuments,
    roots: readonly string[],
    names: readonly string[] | null,
    faults: FormFault[],
  ) {
    this.documents = documents
    this.roots = roots
    this.names = names
    this.faults = faults
    this.required = requirements(documents)
  }

  form(layout: FormLayout): Pick<CompiledForm, 'block' | 'pages' | 'roots'> {
    const draft: Draft = { steps: new Map(), reads: new Map(), template: [], root: [] }
    const pages = layout.pages.map((page, index) => {
      const path = `/pages/${index}`
      const step = `page ${page.id}`
      if (draft.steps.has(step)) this.fault('form.page-twice', path, { page: page.id })
      this.gate(draft, step, null, page.when, path)
      return { layout: page, step, items: this.items(draft, page.items ?? [], step, `${path}/items`) }
    })
    return {
      pages,
      roots: this.roots,
      block: this.block(
        draft,
        pages.flatMap(page => page.items),
        '/pages',
      ),
    }
  }

  private items(draft: Draft, items: readonly ItemLayout[], container: string | null, path: string): PlacedItem[] {
    return items.flatMap((item, index): PlacedItem[] => {
      const at = `${path}/${index}`
      if (isGroup(item)) {
        const step = `group ${at.slice(1)} ${item.group}`
        this.gate(draft, step, container, item.when, at)
        return [{ step, group: { layout: item, items: this.items(draft, item.items, step, `${at}/items`) } }]
      }
      const steps = pointerSteps(item.field)
      const name = `field ${toPointer([...draft.template, ...steps])}`
      if (draft.steps.has(name)) this.fault('form.field-twice', at, { field: item.field })
      const step = isRepeat(item)
        ? this.repeat(draft, item, name, container, at)
        : this.field(draft, item, name, container, at)
      return step ? [{ step: name, group: null }] : []
    })
  }

  private gate(draft: Draft, name: string, container: string | null, when: string | undefined, path: string): void {
    const gate: Gate = { kind: 'gate', name, container, when: this.expression(draft, name, when, `${path}/when`) }
    draft.steps.set(name, gate)
  }

  private field(draft: Draft, layout: FieldLayout, name: string, container: string | null, path: string): boolean {
    const steps = pointerSteps(layout.field)
    const template = [...draft.template, ...steps]
    const schema = fieldSchema(this.documents, template)
    if (schema === null) {
      this.fault('form.field-unknown', `${path}/field`, { field: toPointer(template) })
      return false
    }
    const from = this.expression(draft, name, layout.from, `${path}/from`)
    const chosen =
      layout.as === 'choice' || layout.as === 'choices' || layout.as === 'person-choice' || layout.as === 'bank-account'
    if (
      chosen &&
      from === null &&
      layout.from === undefined &&
      schema.values === null &&
      layout.as !== 'bank-account'
    ) {
      this.fault('form.options-missing', path, { field: layout.field })
    }
    const field: CompiledField = {
      kind: 'field',
      name,
      container,
      layout,
      steps,
      template,
      schema,
      from,
      when: this.expression(draft, name, layout.when, `${path}/when`),
      calculate: this.expression(draft, name, layout.calculate, `${path}/calculate`),
      check: this.expression({ ...draft, reads: new Map() }, name, layout.check, `${path}/check`),
      requirements: this.requirementsOf(template),
    }
    draft.steps.set(name, field)
    return true
  }

  private repeat(draft: Draft, layout: RepeatLayout, name: string, container: string | null, path: string): boolean {
    const steps = pointerSteps(layout.field)
    const template = [...draft.template, ...steps]
    const schema = fieldSchema(this.documents, template)
    if (schema === null || schema.type !== 'array') {
      this.fault('form.field-unknown', `${path}/field`, { field: toPointer(template) })
      return false
    }
    const key = layout.key ?? 'key'
    const inner: Draft = { steps: new Map(), reads: new Map(), template: [...template, '*'], root: ['item'] }
    const placed = this.items(inner, layout.items, null, `${path}/items`)
    const outside = [...inner.reads.values()].flat().filter(read => read[0] !== 'item')
    const when = this.expression(draft, name, layout.when, `${path}/when`)
    draft.reads.set(name, [...(draft.reads.get(name) ?? []), ...outside])
    const repeat: CompiledRepeat = {
      kind: 'repeat',
      name,
      container,
      layout,
      steps,
      template,
      schema,
      when,
      key,
      keyIsData: fieldSchema(this.documents, [...template, '*', key]) !== null,
      requirements: this.requirementsOf(template),
      block: this.block(inner, placed, `${path}/items`),
    }
    draft.steps.set(name, repeat)
    return true
  }

  private requirementsOf(template: readonly string[]): Requirement[] {
    return this.required.filter(
      requirement =>
        requirement.steps.length === template.length &&
        requirement.steps.every((step, index) => step === template[index]),
    )
  }

  private expression(draft: Draft, step: string, text: string | undefined, path: string): Expression | null {
    if (text === undefined) return null
    const inside = draft.root.length > 0 ? ['item'] : []
    const compiled = compileFeel(text, [...new Set([...this.roots, ...(this.names ?? []), ...inside])])
    if (!compiled.ok) {
      this.fault('form.expression-invalid', path, { expression: text, reason: compiled.reason })
      return null
    }
    const { expression } = compiled
    for (const read of expression.reads) {
      const root = read[0] ?? ''
      const known =
        this.names === null || this.names.includes(root) || this.roots.includes(root) || inside.includes(root)
      if (!known) this.fault('form.name-unknown', path, { expression: text, name: root })
    }
    draft.reads.set(step, [...(draft.reads.get(step) ?? []), ...expression.reads])
    return expression
  }

  private block(draft: Draft, items: readonly PlacedItem[], path: string): Block {
    return { steps: this.ordered(draft, path), byName: draft.steps, items }
  }

  private ordered(draft: Draft, path: string): Step[] {
    const fields = [...draft.steps.values()].filter(step => step.kind !== 'gate')
    const needs = new Map<string, string[]>()
    for (const [name, step] of draft.steps) {
      const read = (draft.reads.get(name) ?? []).flatMap(reference =>
        fields.filter(field => touches(reference, [...draft.root, ...field.steps])).map(field => field.name),
      )
      needs.set(name, [...(step.container === null ? [] : [step.container]), ...read])
    }
    const order = orderSteps(needs)
    if (!order.ok) {
      this.fault('form.cycle', path, { names: order.cycle.map(name => name.slice(name.lastIndexOf(' ') + 1)) })
      return []
    }
    return order.order.flatMap(name => draft.steps.get(name) ?? [])
  }

  private fault(code: FormFault['code'], path: string, params: FormFault['params']): void {
    this.faults.push({ code, path, params })
  }
}

/** A reference reads a field when one path begins with the other. */
function touches(reference: readonly string[], field: readonly string[]): boolean {
  return reference.slice(0, field.length).every((step, index) => step === field[index])
}
