import type { Expression } from './expression.ts'
import type { FieldSchema } from './field-schema.ts'
import type { JsonObject } from './json.ts'
import type { FieldLayout, FormLayout, GroupLayout, PageLayout, RepeatLayout } from './layout.ts'
import type { Requirement } from './requirements.ts'
import type { Validators } from './validators.ts'

/** Something shown or hidden as a whole: a page or a group. */
export interface Gate {
  readonly kind: 'gate'
  readonly name: string
  readonly container: string | null
  readonly when: Expression | null
}

/** A field with its expressions compiled and its place in the schema found. */
export interface CompiledField {
  readonly kind: 'field'
  readonly name: string
  readonly container: string | null
  readonly layout: FieldLayout
  /** Steps of the pointer from where the block starts (the data, or the element). */
  readonly steps: readonly string[]
  /** The same from the root of the data, `*` for any element. */
  readonly template: readonly string[]
  readonly schema: FieldSchema
  readonly when: Expression | null
  readonly from: Expression | null
  readonly calculate: Expression | null
  readonly check: Expression | null
  readonly requirements: readonly Requirement[]
}

/** A repeated item; `block` is evaluated once per element. */
export interface CompiledRepeat {
  readonly kind: 'repeat'
  readonly name: string
  readonly container: string | null
  readonly layout: RepeatLayout
  readonly steps: readonly string[]
  readonly template: readonly string[]
  readonly schema: FieldSchema
  readonly when: Expression | null
  readonly key: string
  /** True when the schema itself has the key property, so that it is submitted. */
  readonly keyIsData: boolean
  readonly requirements: readonly Requirement[]
  readonly block: Block
}

/** One step of evaluation. */
export type Step = Gate | CompiledField | CompiledRepeat

/** Steps in the order of their needs, and the names of what stands at the top of it, in the order of the layout. */
export interface Block {
  readonly steps: readonly Step[]
  readonly byName: ReadonlyMap<string, Step>
  readonly items: readonly PlacedItem[]
}

/** Where an item stands: its step, and what it holds when it is a group. */
export interface PlacedItem {
  readonly step: string
  readonly group: { readonly layout: GroupLayout; readonly items: readonly PlacedItem[] } | null
}

/** A page and what stands on it. */
export interface CompiledPage {
  readonly layout: PageLayout
  readonly step: string
  readonly items: readonly PlacedItem[]
}

/** A form ready to be evaluated, as often as one likes. Nothing in it changes. */
export interface CompiledForm {
  readonly layout: FormLayout
  readonly schema: JsonObject
  readonly block: Block
  readonly pages: readonly CompiledPage[]
  /** Names at the top of the data; conditions see null for those without a value. */
  readonly roots: readonly string[]
  readonly validators: Validators
}
