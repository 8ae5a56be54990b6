import type { Package } from '@tereze/catalogue/contract'
import type { FieldLayout, FormLayout, Json, Prefill } from '@tereze/forms'
import { type Correction, correctableFields, correctionForm, pickAt } from '../rules/correction-form.ts'
import { askableFields, informationForm } from '../rules/information-form.ts'
import { readAt, writeAt } from '../rules/pointer.ts'
import { prefillOf } from '../rules/prefill.ts'
import type { InstanceRow } from '../store/instances.ts'
import { caseContext } from './case-context.ts'
import type { CaseRun } from './case-run.ts'

/** The form of a task as it is asked in a case now. */
export interface AskedForm {
  readonly pack: Package
  readonly layout: FormLayout
  /** What the case holds, and in a correction what the applicant proposes in its place. */
  readonly data: Record<string, unknown>
  readonly context: Record<string, unknown>
  readonly prefill: readonly Prefill[]
  /** Fields that this task may put right; null where it corrects nothing. */
  readonly corrects: readonly FieldLayout[] | null
}

/** Who a value of a correction's form is from. */
export const recorded = 'recorded'
/** The same of what the applicant reported. */
export const reported = 'reported'

/** The package in which a task's form lies: the service's own, or the standard process's. */
function formPackage(run: CaseRun, instance: InstanceRow | null, form: string): Package {
  const file = `forms/${form}.form.json`
  if (instance === null || run.service.pack.json.has(file)) return run.service.pack
  return run.packages.get(instance.packageKind, instance.package, instance.packageVersion)
}

function fieldsToCorrect(run: CaseRun): FieldLayout[] {
  const { pack, records } = run.service
  const files = (folder: string) => [...pack.json].filter(([file]) => file.startsWith(folder)).map(([, json]) => json)
  const result = JSON.stringify([records, files('documents/')])
  return correctableFields(files('forms/') as unknown as FormLayout[], run.row.data, result)
}

function correction(run: CaseRun, pack: Package, layout: FormLayout): AskedForm {
  const { data } = run.row
  const fields = fieldsToCorrect(run)
  const { changes = [] } = (data.correction ?? {}) as { changes?: readonly Pick<Correction, 'pointer' | 'value'>[] }
  const proposed = new Map(changes.map(({ pointer, value }) => [pointer, value]))
  const prefill = fields.flatMap(({ field }): Prefill[] => {
    const value = (proposed.get(field) ?? readAt(data, field) ?? null) as Json
    return value === null ? [] : [{ pointer: field, value, source: { id: proposed.has(field) ? reported : recorded } }]
  })
  return {
    pack,
    layout: correctionForm(layout, fields),
    data: prefill.reduce((whole, { pointer, value }) => writeAt(whole, pointer, value), data),
    context: { ...caseContext(run), recorded: pickAt(fields, data) },
    prefill,
    corrects: fields,
  }
}

/** The answer in words, and the fields that were asked, with what the case holds of them. */
function information(run: CaseRun, pack: Package, layout: FormLayout): AskedForm {
  const { fields = [] } = (run.row.data.informationRequest ?? {}) as { fields?: readonly string[] }
  const forms = [...run.service.pack.json].filter(([file]) => file.startsWith('forms/')).map(([, json]) => json)
  const asked = askableFields(forms as unknown as FormLayout[]).filter(({ field }) => fields.includes(field))
  const { information: _earlier, ...data } = run.row.data
  return {
    pack,
    layout: informationForm(layout, asked),
    data,
    context: caseContext(run),
    prefill: [],
    corrects: null,
  }
}

/** The form that a task asks; in a correction with the values that can be put right. */
export function askedForm(run: CaseRun, instance: InstanceRow | null, form: string): AskedForm {
  const pack = formPackage(run, instance, form)
  const layout = pack.json.get(`forms/${form}.form.json`) as unknown as FormLayout
  if (instance?.kind === 'correction') return correction(run, pack, layout)
  if (instance?.kind === 'information') return information(run, pack, layout)
  const prefill = prefillOf(run, pack, form)
  return { pack, layout, data: run.row.data, context: caseContext(run), prefill, corrects: null }
}
