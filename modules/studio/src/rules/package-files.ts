import type { PackageSource } from '@tereze/catalogue/contract'
import type { Text } from '@tereze/operation'
import { recordFile } from '@tereze/regulation'
import type { DraftKind } from '../contract/index.ts'
import { cardOf } from './decide-path.ts'

type Data = Readonly<Record<string, unknown>>

/** A JSON file as an object; empty where it is not there or cannot be read. */
export function jsonOf(files: ReadonlyMap<string, string>, path: string): Data {
  try {
    const value: unknown = JSON.parse(files.get(path) ?? '{}')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {}
  } catch {
    return {}
  }
}

/** Most characters of a name in lists of drafts; a file of words may hold any number of them. */
const longestTitle = 300

/** A name as it can be kept and listed: escapes of JSON can write what is no text, and any length of it. */
function shownTitle(text: string): string {
  return text.replaceAll('\u0000', '').slice(0, longestTitle).toWellFormed().trim()
}

/** The name of a package in its own words; its id where it has none. */
export function titleOf(kind: DraftKind, id: string, files: ReadonlyMap<string, string>): Text {
  const title = jsonOf(files, cardOf[kind]).title
  const key = typeof title === 'string' && title.startsWith('message:') ? title.slice('message:'.length) : 'title'
  const word = (language: keyof Text) => {
    const text = jsonOf(files, `messages/${language}.json`)[key]
    return (typeof text === 'string' && shownTitle(text)) || id
  }
  return { en: word('en'), ru: word('ru'), kk: word('kk') }
}

/** The organisation that owns a package; those that name none belong to the platform's operator. */
export function ownerOf(kind: DraftKind, files: ReadonlyMap<string, string>): string {
  return ownerOfCard(jsonOf(files, cardOf[kind]))
}

/** The owner that an identity card names. */
export function ownerOfCard(card: Data): string {
  const owner = card.owner ?? card.provider
  return typeof owner === 'string' ? owner.replace(/^org:/, '') : 'platform'
}

/** Files of a draft as the source of a package: id and version are those of its card, or where it cannot be read those of the draft. */
export function sourceOf(
  draft: { readonly kind: DraftKind; readonly package: string; readonly version: string },
  files: ReadonlyMap<string, string>,
  hashOf: (files: Readonly<Record<string, string>>) => string,
): PackageSource {
  // What was generated is remembered with the draft, and is no part of the package.
  const all = Object.fromEntries([...files].filter(([path]) => path !== recordFile))
  const { version } = jsonOf(files, cardOf[draft.kind])
  return {
    kind: draft.kind,
    id: draft.package,
    version: typeof version === 'string' ? version : draft.version,
    hash: hashOf(all),
    folder: 'draft',
    files: all,
  }
}

/** A package from a blank page: its card with what it must say, and its name in three languages. */
export function blankFiles(kind: DraftKind, id: string, owner: string, title: Text): ReadonlyMap<string, string> {
  const write = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
  const common = { format: 1, id, version: '1.0.0' }
  const own = kind === 'contract' ? { provider: owner } : kind === 'register' ? { owner } : { owner: `org:${owner}` }
  const card = { ...common, ...(kind === 'process' ? {} : own), title: 'message:title' }
  return new Map([
    [cardOf[kind], write(card)],
    ...(['en', 'ru', 'kk'] as const).map(
      language => [`messages/${language}.json`, write({ title: title[language] })] as const,
    ),
  ])
}
