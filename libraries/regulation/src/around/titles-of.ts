import type { Titles } from '../print/legal-text.ts'
import type { ContentSource } from './source.ts'

/** What the bodies of a content folder and the acts of a jurisdiction are called. */
export function titlesOf(sources: readonly ContentSource[], jurisdiction: string): Titles {
  const bodies = sources.find(({ kind }) => kind === 'organisation')
  const acts = sources.find(({ kind, id }) => kind === 'jurisdiction' && id === jurisdiction)
  return {
    body: reference => bodies?.words(`${reference.replace(/^org:/, '')}.name`),
    act: reference => acts?.words(`act.${reference.replace(/^act:/, '')}`),
  }
}
