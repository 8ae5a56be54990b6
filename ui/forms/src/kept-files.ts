import { isList, isObject, type Json } from '@tereze/forms'
import type { KeptFile } from '@tereze/ui-components'

function keptFile(value: Json): KeptFile[] {
  if (!isObject(value) || typeof value.id !== 'string' || typeof value.name !== 'string') return []
  return [{ id: value.id, name: value.name }]
}

/** The files that the value of a field names. */
export function keptFiles(value: Json): KeptFile[] {
  return isList(value) ? value.flatMap(keptFile) : []
}

/** A kept file as its field posts it; none where the text is not one. */
export function readKeptFile(text: string): KeptFile[] {
  try {
    return keptFile(JSON.parse(text) as Json)
  } catch {
    return []
  }
}
