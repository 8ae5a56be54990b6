import { languages } from '@tereze/operation'
import type { Words } from '../format/parts.ts'
import type { Titles } from '../print/legal-text.ts'
import { type ContentSource, jsonIn } from './source.ts'

function wordsIn(source: ContentSource | undefined, key: string): Words | undefined {
  const texts = languages.map(language => {
    const text = source === undefined ? undefined : jsonIn(source, `messages/${language}.json`)[key]
    return [language, text] as const
  })
  return texts.every(([, text]) => typeof text === 'string') ? (Object.fromEntries(texts) as Words) : undefined
}

/** What the bodies of a content folder and the acts of a jurisdiction are called. */
export function titlesOf(sources: readonly ContentSource[], jurisdiction: string): Titles {
  const bodies = sources.find(({ kind }) => kind === 'organisation')
  const acts = sources.find(({ kind, id }) => kind === 'jurisdiction' && id === jurisdiction)
  return {
    body: reference => {
      return wordsIn(bodies, `${reference.replace(/^org:/, '')}.name`)
    },
    act: reference => wordsIn(acts, `act.${reference.replace(/^act:/, '')}`),
  }
}
