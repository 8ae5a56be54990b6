import type { Language } from '@tereze/operation'

/** A picture to take: who looks at what, in which language, on which screen. */
export type Picture = {
  /** File name without ending; language and screen are added. */
  name: string
  /** Where it is. */
  path: string
  /** Who looks: the name of one of the story's people; nobody unless told. */
  as?: string
  languages: readonly Language[]
  screens: readonly ('phone' | 'desktop')[]
}

/** Names of the people who look. */
export type Cast = { mother: string; caseWorker: string }

const everywhere = { languages: ['en', 'ru', 'kk'], screens: ['phone', 'desktop'] } as const

/** The pictures of README.md and of the guides. */
export function listPictures(cast: Cast): Picture[] {
  return [
    { name: 'portal', path: '/', ...everywhere },
    { name: 'portal-situation', path: '/life/birth-of-a-child', ...everywhere },
    { name: 'portal-verify', path: '/verify', ...everywhere },
    { name: 'portal-signed-in', path: '/', as: cast.mother, ...everywhere },
    { name: 'portal-profile', path: '/me', as: cast.mother, ...everywhere },
    {
      name: 'workplace',
      path: '/workplace/',
      as: cast.caseWorker,
      languages: ['en', 'ru', 'kk'],
      screens: ['desktop'],
    },
  ]
}
