import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

/** A page that is loaded when somebody first goes there: the list of drafts does not wait for editors. */
const page = (load: () => Promise<ComponentType>): LazyExoticComponent<ComponentType> =>
  lazy(async () => ({ default: await load() }))

/** The pages of Studio but the first two. */
export const pages = {
  BenchPage: page(async () => (await import('./bench/bench-page.tsx')).BenchPage),
  RecordPage: page(async () => (await import('./bench/record-page.tsx')).RecordPage),
  DraftPage: page(async () => (await import('./draft/draft-page.tsx')).DraftPage),
  PublicationPage: page(async () => (await import('./publications/publication-page.tsx')).PublicationPage),
  PublicationsPage: page(async () => (await import('./publications/publications-page.tsx')).PublicationsPage),
  RequestPage: page(async () => (await import('./publications/request-page.tsx')).RequestPage),
  BeginLifePage: page(async () => (await import('./regulations/begin-life-page.tsx')).BeginLifePage),
  RegulationPage: page(async () => (await import('./regulations/regulation-page.tsx')).RegulationPage),
  RegulationsPage: page(async () => (await import('./regulations/regulations-page.tsx')).RegulationsPage),
  RolesPage: page(async () => (await import('./roles/roles-page.tsx')).RolesPage),
  VariantPage: page(async () => (await import('./variants/variant-page.tsx')).VariantPage),
  VariantsPage: page(async () => (await import('./variants/variants-page.tsx')).VariantsPage),
  VersionsPage: page(async () => (await import('./versions/versions-page.tsx')).VersionsPage),
  BeginWorkPage: page(async () => (await import('./works/begin-work-page.tsx')).BeginWorkPage),
  WorkPage: page(async () => (await import('./works/work-page.tsx')).WorkPage),
  WorksPage: page(async () => (await import('./works/works-page.tsx')).WorksPage),
} as const
