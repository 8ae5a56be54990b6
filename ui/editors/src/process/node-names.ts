import type { OutlineNode } from '@tereze/bpmn'
import type { Language } from '@tereze/ui-components'

type Files = ReadonlyMap<string, string>

function catalogueOf(files: Files, language: Language): Readonly<Record<string, string>> {
  try {
    const read: unknown = JSON.parse(files.get(`messages/${language}.json`) ?? '{}')
    return typeof read === 'object' && read !== null ? (read as Record<string, string>) : {}
  } catch {
    // A catalogue that cannot be read is told of by the check of the package.
    return {}
  }
}

/** The words of the package for nodes (`node.<id>`), in a language. */
export function nodeNames(files: Files, language: Language): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(catalogueOf(files, language)).flatMap(([key, text]) =>
      key.startsWith('node.') ? [[key.slice('node.'.length), text] as const] : [],
    ),
  )
}

/** What a stage is called by the words of the package; its id where they do not say. */
export function stageName(files: Files, language: Language, stage: string): string {
  return catalogueOf(files, language)[`stage.${stage}`] ?? stage
}

/** What a node is called: by the words of the package, else by the file's author, else by its id. */
export function nameOf(node: OutlineNode, names: ReadonlyMap<string, string>): string {
  return names.get(node.id) || node.name || node.id
}

/** The catalogue of a language with the name of a node set, or taken away when blank; null where there is none to change. */
export function withNodeName(
  files: Files,
  language: Language,
  id: string,
  name: string,
): Record<string, string> | null {
  const path = `messages/${language}.json`
  const text = files.get(path)
  if (text === undefined) return null
  const catalogue = { ...catalogueOf(files, language) }
  const key = `node.${id}`
  if (name.trim() === '') delete catalogue[key]
  else catalogue[key] = name
  return { [path]: `${JSON.stringify(catalogue, null, 2)}\n` }
}
