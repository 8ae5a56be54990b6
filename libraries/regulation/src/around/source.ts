import { languages } from '@tereze/operation'
import type { Words } from '../format/parts.ts'
import { isObject } from '../places.ts'

/** A package of the content as it is read here. */
export interface ContentSource {
  readonly kind: string
  readonly id: string
  readonly version: string
  /** Paths of its JSON files but for those with words. */
  readonly paths: readonly string[]
  /** A JSON file; empty where there is none. */
  json(path: string): Readonly<Record<string, unknown>>
  /** Words of the package by their key; undefined where a language lacks them. */
  words(key: string): Words | undefined
}

/** A package whose files are texts. */
export interface PackageFiles {
  readonly kind: string
  readonly id: string
  readonly version: string
  readonly files: Readonly<Record<string, string>>
}

/** Reads a package from its files. A file that is not JSON throws when it is read. */
export function readSource({ kind, id, version, files }: PackageFiles): ContentSource {
  const json = (path: string) => {
    const text = files[path]
    const value: unknown = text === undefined ? {} : JSON.parse(text)
    return isObject(value) ? value : {}
  }
  return {
    kind,
    id,
    version,
    paths: Object.keys(files).filter(path => path.endsWith('.json') && !path.startsWith('messages/')),
    json,
    words(key) {
      const texts = languages.map(language => [language, json(`messages/${language}.json`)[key]] as const)
      return texts.every(([, text]) => typeof text === 'string') ? (Object.fromEntries(texts) as Words) : undefined
    },
  }
}
