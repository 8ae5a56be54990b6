import { isJsonObject, type JsonObject } from '@tereze/bpmn'
import { DataNames } from './data-names.ts'
import type { DraftForm } from './forms/draft-form.ts'
import { readFormJs } from './forms/form-js.ts'
import { readJsonSchema } from './forms/json-schema.ts'
import { nameData } from './forms/name-data.ts'
import { emptyData, writeForm } from './forms/write-forms.ts'
import { kebabOf } from './names.ts'
import { type ImportReport, Ledger, type Missing } from './report.ts'
import { Words } from './words.ts'

/** A file to be turned into a form: a form of Camunda or of form-js, or a JSON Schema. */
export interface FormImport {
  /** Its name (`claim.form`). */
  readonly name: string
  readonly text: string
  /** Names at the top of the data that are taken already. */
  readonly taken?: readonly string[]
}

/** A form as it was read, or why it could not be. */
export type ImportedForm =
  | {
      readonly ok: true
      readonly from: 'form-js' | 'json-schema'
      /** A `*.form.json` of one page. */
      readonly form: JsonObject
      /** Schema of the data that it asks for. */
      readonly schema: JsonObject
      /** English words by key, with which every language begins. */
      readonly words: Readonly<Record<string, string>>
      readonly report: ImportReport
    }
  | { readonly ok: false; readonly why: 'not-json' | 'not-a-form' | 'asks-nothing' }

/** Turns a form of Camunda 7 or 8 or of form-js, or a JSON Schema, into a form of a package, with a report of everything in it. */
export function importForm({ name, text, taken = [] }: FormImport): ImportedForm {
  const json = parsed(text)
  if (json === undefined) return { ok: false, why: 'not-json' }
  const isFormJs = Array.isArray(json.components)
  if (!isFormJs && !isJsonObject(json.properties)) return { ok: false, why: 'not-a-form' }
  const called = name.replace(/^.*[/\\:]/, '').replace(/(\.schema|\.form)?\.(form|json)$/, '')
  const ledger = new Ledger()
  const id = kebabOf(called, 'form')
  const draft: DraftForm = isFormJs
    ? readFormJs(ledger, json, called, id, called)
    : readJsonSchema(ledger, json, called, id)
  const names = new DataNames(taken)
  const words = new Words()
  const missing: Missing[] = []
  const data = emptyData()
  nameData(draft.items, names)
  const form = writeForm({ names, words, ledger, missing, data }, draft)
  if (form === undefined) return { ok: false, why: 'asks-nothing' }
  const renamed = names.renamed().map(({ from, to }) => ({ kind: 'data' as const, from, to }))
  return {
    ok: true,
    from: isFormJs ? 'form-js' : 'json-schema',
    form,
    schema: data as unknown as JsonObject,
    words: JSON.parse(words.file()) as Record<string, string>,
    report: { ...ledger.close(), missing, renamed, untranslated: words.keys() },
  }
}

function parsed(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
