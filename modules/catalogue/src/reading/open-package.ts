import { type Catalogues, createMessages } from '@tereze/messages'
import type { JsonObject, Language } from '@tereze/operation'
import { languages } from '@tereze/operation'
import type { Package, PackageSource } from '../contract/packages.ts'
import { PackageUnreadable } from './read-content.ts'

/** The catalogues of a package's own words. */
export function cataloguesOf(source: Pick<PackageSource, 'files' | 'folder'>): Catalogues {
  const read = (language: Language) => {
    const path = `messages/${language}.json`
    const text = source.files[path]
    // Words that are no object are a fault of form; there are none then.
    return text === undefined ? {} : ((parseJson(text, `${source.folder}/${path}`) ?? {}) as Record<string, string>)
  }
  return { en: read('en'), ru: read('ru'), kk: read('kk') }
}

function parseJson(text: string, file: string): JsonObject {
  try {
    return JSON.parse(text) as JsonObject
  } catch (error) {
    throw new PackageUnreadable(file, error instanceof Error ? error.message : 'not JSON')
  }
}

const messageFiles = new Set<string>(languages.map(language => `messages/${language}.json`))

/**
 * Parses a package: JSON files, texts, words.
 * @throws PackageUnreadable naming the file that is not JSON.
 */
export function openPackage(source: PackageSource): Package {
  const json = new Map<string, JsonObject>()
  const text = new Map<string, string>()
  for (const [path, content] of Object.entries(source.files)) {
    if (messageFiles.has(path)) continue
    if (path.endsWith('.json')) json.set(path, parseJson(content, `${source.folder}/${path}`))
    else text.set(path, content)
  }
  return {
    kind: source.kind,
    id: source.id,
    version: source.version,
    hash: source.hash,
    json,
    text,
    messages: createMessages([cataloguesOf(source)]),
  }
}
