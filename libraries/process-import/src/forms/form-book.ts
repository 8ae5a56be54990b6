import { isJsonObject, type JsonObject } from '@tereze/bpmn'
import { kebabOf, type Unique } from '../names.ts'
import type { Ledger } from '../report.ts'
import type { DraftForm } from './draft-form.ts'
import { readFormJs } from './form-js.ts'

/** A form file that was given: its name (`claim.form`) and its text. */
export interface FormFile {
  readonly name: string
  readonly text: string
}

interface Given {
  readonly name: string
  readonly json: JsonObject
  draft?: DraftForm
}

function parsed(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) && Array.isArray(value.components) ? value : undefined
  } catch {
    return undefined
  }
}

const baseName = (name: string) => name.replace(/^.*[/\\:]/, '').replace(/\.(form|json)$/, '')

/** The forms of an import: those given as files, those inside the model, and what has been read of them. */
export class FormBook {
  private readonly given: Given[] = []
  private readonly ledger: Ledger
  private readonly ids: Unique
  private readonly drafts: DraftForm[] = []
  readonly renamed: { readonly from: string; readonly to: string }[] = []

  constructor(ledger: Ledger, ids: Unique, files: readonly FormFile[]) {
    this.ledger = ledger
    this.ids = ids
    for (const file of files) {
      if (this.add(file)) continue
      const key = {}
      ledger.enter(key, { element: `form:${baseName(file.name)}`, attribute: 'file' })
      ledger.tell(key, { why: 'form-unreadable' })
    }
  }

  /** Adds a form; false when it is none. */
  add(file: FormFile): boolean {
    const json = parsed(file.text)
    if (json) this.given.push({ name: baseName(file.name), json })
    return json !== undefined
  }

  /** The id here of the form that is called so (by id or by file); undefined when it was not given. */
  find(called: string, title: string): string | undefined {
    const name = baseName(called)
    const form = this.given.find(({ json }) => json.id === called) ?? this.given.find(other => other.name === name)
    return form && this.read(form, title)
  }

  private read(form: Given, title: string): string {
    if (!form.draft) {
      const called = typeof form.json.id === 'string' ? form.json.id : form.name
      const id = this.freeId(called)
      form.draft = readFormJs(this.ledger, form.json, form.name, id, title)
      this.drafts.push(form.draft)
    }
    return form.draft.id
  }

  /** An id for a form that is called so. */
  freeId(called: string): string {
    const id = this.ids.give(kebabOf(called, 'form'))
    if (id !== called) this.renamed.push({ from: called, to: id })
    return id
  }

  /** Keeps a form that was read elsewhere. */
  keep(draft: DraftForm): void {
    this.drafts.push(draft)
  }

  /** All forms; those that nothing refers to as well. */
  all(): readonly DraftForm[] {
    for (const form of this.given) this.read(form, form.name)
    return this.drafts
  }
}
