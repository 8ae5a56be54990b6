import { isJsonObject, type Json, type JsonObject } from '@tereze/bpmn'
import type { Ledger, Outcome } from '../report.ts'

const structure: ReadonlySet<string> = new Set(['id', 'type', 'components'])

/** The properties of a component of a form as units: nested objects by dotted path, lists as one. */
export class Properties {
  private readonly ledger: Ledger
  private readonly values = new Map<string, { readonly value: Json }>()

  constructor(ledger: Ledger, element: string, component: JsonObject) {
    this.ledger = ledger
    const enter = (object: JsonObject, prefix: string) => {
      for (const [name, value] of Object.entries(object)) {
        if (prefix === '' && structure.has(name)) continue
        const path = `${prefix}${name}`
        if (isJsonObject(value) && Object.keys(value).length > 0) enter(value, `${path}.`)
        else {
          const key = { value }
          this.values.set(path, key)
          ledger.enter(key, { element, attribute: path })
        }
      }
    }
    enter(component, '')
  }

  /** The value at a path, null when absent. */
  at(path: string): Json {
    return this.values.get(path)?.value ?? null
  }

  /** Says what becomes of a property. */
  tell(path: string, outcome: Outcome): void {
    this.ledger.tell(this.values.get(path), outcome)
  }

  /** The value at a path, told as mapped; null when absent. */
  take(path: string, to: string): Json {
    this.tell(path, { to })
    return this.at(path)
  }

  /** Says the same of all properties that begin so. */
  tellAll(beginning: string, outcome: Outcome): void {
    for (const path of this.values.keys()) if (path.startsWith(beginning)) this.tell(path, outcome)
  }
}
