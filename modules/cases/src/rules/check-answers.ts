import type { Package } from '@tereze/catalogue/contract'
import {
  type CompiledForm,
  compileForm,
  type FormLayout,
  type JsonObject,
  type Prefill,
  submission,
} from '@tereze/forms'
import type { FieldProblem, RefusalParam } from '@tereze/operation'
import type { Moment } from '@tereze/template'
import type { Service } from '../definition/service.ts'

const compiled = new WeakMap<FormLayout, Map<string, CompiledForm>>()

/** The schema of a form's data: the service's, with what a standard process adds. */
export function schemaFor(service: Service, pack: Package): JsonObject {
  const own = service.schema as JsonObject
  if (pack === service.pack) return own
  const added = (pack.json.get('data.schema.json') ?? {}) as JsonObject
  const properties = { ...(own.properties as object | undefined), ...(added.properties as object | undefined) }
  return { ...own, properties: properties as JsonObject }
}

/**
 * A form over the data of a service, compiled once.
 * @throws Error when there is none or it does not compile: publishing has refused such a package.
 */
export function formOf(service: Service, pack: Package, layout: FormLayout): CompiledForm {
  const forms = compiled.get(layout) ?? new Map<string, CompiledForm>()
  compiled.set(layout, forms)
  const key = `${service.id}@${service.version}`
  const known = forms.get(key)
  if (known) return known
  const result = compileForm({ schema: schemaFor(service, pack), form: layout })
  if (!result.ok) throw new Error(`a form of ${pack.id}: ${result.problems.map(p => `${p.code} ${p.path}`).join(', ')}`)
  forms.set(key, result.form)
  return result.form
}

/** Answers that fit, or every wrong field. */
export type Checked =
  | { readonly ok: true; readonly data: Record<string, unknown> }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** Checks answers by a form exactly as the person's page does. */
export function checkAnswers(
  service: Service,
  pack: Package,
  layout: FormLayout,
  answers: Record<string, unknown>,
  context: Record<string, unknown>,
  moment: Moment,
  prefill: readonly Prefill[] = [],
): Checked {
  const result = submission(formOf(service, pack, layout), {
    data: answers as JsonObject,
    context: context as JsonObject,
    prefill,
    ...moment,
  })
  if (result.ok) return { ok: true, data: result.data as Record<string, unknown> }
  return {
    ok: false,
    problems: result.problems.map(({ pointer, code, params }) => ({
      pointer,
      code,
      params: Object.fromEntries(
        Object.entries(params).filter((entry): entry is [string, RefusalParam] =>
          ['string', 'number', 'boolean'].includes(typeof entry[1]),
        ),
      ),
    })),
  }
}
