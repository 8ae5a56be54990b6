import type { PackageSource } from '@tereze/catalogue'
import { languages } from '@tereze/operation'
import type { Titles, Words } from '@tereze/regulation'

function wordsIn(source: PackageSource | undefined, key: string): Words | undefined {
  const texts = languages.map(language => {
    const file = source?.files[`messages/${language}.json`]
    const text = file === undefined ? undefined : (JSON.parse(file) as Record<string, string>)[key]
    return [language, text] as const
  })
  return texts.every(([, text]) => text !== undefined) ? (Object.fromEntries(texts) as Words) : undefined
}

/** What the bodies of a content folder and the acts of a jurisdiction are called. */
export function titlesOf(sources: readonly PackageSource[], jurisdiction: string): Titles {
  const bodies = sources.find(({ kind }) => kind === 'organisation')
  const acts = sources.find(({ kind, id }) => kind === 'jurisdiction' && id === jurisdiction)
  return {
    body: reference => {
      return wordsIn(bodies, `${reference.replace(/^org:/, '')}.name`)
    },
    act: reference => wordsIn(acts, `act.${reference.replace(/^act:/, '')}`),
  }
}
