import type { Language } from '@tereze/operation'
import type { Stage } from './stage.ts'

/** How a picture is taken. */
export interface Shot {
  readonly language: Language
  readonly screen: 'phone' | 'desktop'
  readonly theme: 'light' | 'dark'
}

/** A page that is photographed in every language, on both screens, light and dark. */
export interface Picture {
  /** File name without its endings. */
  readonly name: string
  /** Where it is. */
  readonly path: string
  /** Who looks: the family name of one of the story's people; nobody when null. */
  readonly as: string | null
  /** The shots that are shown in README.md and in the guides: file in `docs/pictures/`, and how it is taken. */
  readonly chosen: Readonly<Record<string, Shot>>
}

const shot = (language: Language, screen: Shot['screen'], theme: Shot['theme'] = 'light'): Shot => ({
  language,
  screen,
  theme,
})

/** The pages of README.md and of the guides, as a birth has left them. */
export function listPictures(stage: Stage): Picture[] {
  const { mother, next, asked, official } = stage
  return [
    { name: 'home', path: '/', as: null, chosen: { 'portal.png': shot('en', 'desktop') } },
    {
      name: 'for-you-now',
      path: '/',
      as: next.name,
      chosen: { 'portal-for-you-now.png': shot('kk', 'phone'), 'portal-dark.png': shot('ru', 'desktop', 'dark') },
    },
    { name: 'name', path: asked.task, as: asked.name, chosen: { 'portal-name.png': shot('ru', 'phone') } },
    { name: 'confirm', path: next.confirm, as: next.name, chosen: { 'portal-confirm.png': shot('en', 'desktop') } },
    {
      name: 'situation',
      path: mother.situation,
      as: mother.name,
      chosen: { 'portal-situation.png': shot('kk', 'desktop') },
    },
    { name: 'case', path: mother.benefit, as: mother.name, chosen: { 'portal-case.png': shot('en', 'phone') } },
    { name: 'documents', path: '/documents', as: mother.name, chosen: { 'portal-documents.png': shot('kk', 'phone') } },
    { name: 'looks', path: '/me/looks', as: mother.name, chosen: { 'portal-looks.png': shot('en', 'desktop') } },
    { name: 'verify', path: mother.verify, as: null, chosen: { 'portal-verify.png': shot('en', 'phone', 'dark') } },
    {
      name: 'inbox',
      path: '/workplace/inbox/unit',
      as: official.name,
      chosen: { 'workplace-inbox.png': shot('kk', 'desktop') },
    },
    {
      name: 'review',
      path: official.review,
      as: official.name,
      chosen: { 'workplace.png': shot('en', 'desktop'), 'workplace-dark.png': shot('ru', 'desktop', 'dark') },
    },
  ]
}
