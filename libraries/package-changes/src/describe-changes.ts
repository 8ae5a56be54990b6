import type { Language } from '@tereze/operation'
import { formatOf } from './file/format-of.ts'
import { isNotice } from './notice/notice-text.ts'
import { isWords } from './package-words/is-words.ts'

/** Files that are told by what they mean; each is read by the part of the editors that knows it. */
const known = [
  { is: (path: string) => path.endsWith('.dmn'), load: () => import('./decision/changes-in-words.ts') },
  { is: (path: string) => path === 'digital-regulation.json', load: () => import('./regulation/changes-in-words.ts') },
  { is: (path: string) => formatOf(path) !== null, load: () => import('./file/changes-in-words.ts') },
  { is: (path: string) => isWords(path), load: () => import('./package-words/changes-in-words.ts') },
  { is: (path: string) => isNotice(path), load: () => import('./notice/changes-in-words.ts') },
] as const

/** What a file of a package says otherwise than before, in words of a language; null where it can only be compared line by line. */
export async function describeChanges(
  path: string,
  before: string | null,
  after: string | null,
  language: Language,
): Promise<readonly string[] | null> {
  const found = known.find(({ is }) => is(path))
  if (found === undefined || before === null || after === null) return null
  return (await found.load()).changesInWords(before, after, language, path)
}
