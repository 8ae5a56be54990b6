import { type FormLayout, isGroup, isObject, type Json, type JsonObject } from '@tereze/forms'
import { expressionsOf, readsOf } from './feel-paths.ts'
import type { FormDraft } from './form-draft.ts'
import { formIn } from './other-files.ts'
import { allItems, type Place, templateIn } from './place.ts'

/** The names that an expression may read. */
export interface KnownNames {
  /** Paths to offer, the nearest first: `item.kind`, `statement.kind`, `parameters.minimum`. */
  readonly offered: readonly string[]
  /** First names of what may be read. */
  readonly roots: ReadonlySet<string>
}

/**
 * The names that expressions at a place may use: of the element around it, of the data, and of what the process tells a form besides, as
 * far as the forms of the draft read it already.
 */
export function knownNames(draft: FormDraft, files: ReadonlyMap<string, string>, place: Place): KnownNames {
  const around = templateIn(draft.form, place.slice(0, -1))
  const element = around.lastIndexOf('*') < 0 ? null : around.slice(0, around.lastIndexOf('*') + 1)
  const items = allItems(draft.form).filter(({ item }) => !isGroup(item))
  const inside =
    element === null
      ? []
      : items
          .filter(
            ({ template }) => template.length > element.length && element.every((step, at) => step === template[at]),
          )
          .map(({ template }) => ['item', ...template.slice(element.length)].filter(step => step !== '*').join('.'))
  const asked = items.filter(({ template }) => !template.includes('*')).map(({ template }) => template.join('.'))
  const data = dataPaths(draft.schema, [], 0)
  const context = [...contextPaths(draft, files)]
  const offered = [...new Set([...inside, ...asked, ...context, ...data])]
  return { offered, roots: new Set([...offered.map(path => path.split('.')[0] ?? ''), 'item']) }
}

/** What the forms of a draft read besides the data: `family.children`, `parameters.kindergartenAge`. */
export function contextPaths(draft: FormDraft, files: ReadonlyMap<string, string>): ReadonlySet<string> {
  const data = new Set(Object.keys(isObject(draft.schema.properties) ? draft.schema.properties : {}))
  const forms: FormLayout[] = [draft.form]
  for (const [path, text] of files) {
    const form = formIn(path, text)
    if (form !== null) forms.push(form)
  }
  const read = forms.flatMap(form => expressionsOf(form).flatMap(one => readsOf(one)))
  return new Set(read.filter(([root = '']) => !data.has(root) && root !== 'item').map(path => path.join('.')))
}

function dataPaths(node: JsonObject, path: readonly string[], depth: number): string[] {
  if (!isObject(node.properties) || depth > 4) return []
  return Object.entries(node.properties).flatMap(([name, inner]: [string, Json]) => [
    [...path, name].join('.'),
    ...(isObject(inner) ? dataPaths(inner, [...path, name], depth + 1) : []),
  ])
}
