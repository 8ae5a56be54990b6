import type { Language } from '@tereze/ui-components'

/** What a file of a package says otherwise than before, in words of a language; null where it can only be compared line by line. */
export async function describeChanges(
  path: string,
  before: string | null,
  after: string | null,
  language: Language,
): Promise<readonly string[] | null> {
  if (before === null || after === null) return null
  if (path.endsWith('.dmn'))
    return (await import('./decision/changes-in-words.ts')).changesInWords(before, after, language)
  if (path !== 'digital-regulation.json') return null
  const { compareRegulations, describeDifferences } = await import('@tereze/regulation')
  try {
    return describeDifferences(compareRegulations(JSON.parse(before), JSON.parse(after)), language)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
