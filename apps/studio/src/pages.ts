import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

/** A page that is loaded when somebody first goes there: the list of drafts does not wait for editors. */
const page = (load: () => Promise<ComponentType>): LazyExoticComponent<ComponentType> =>
  lazy(async () => ({ default: await load() }))

export const BenchPage = page(async () => (await import('./bench/bench-page.tsx')).BenchPage)
export const RecordPage = page(async () => (await import('./bench/record-page.tsx')).RecordPage)
export const DraftPage = page(async () => (await import('./draft/draft-page.tsx')).DraftPage)
export const PublicationPage = page(async () => (await import('./publications/publication-page.tsx')).PublicationPage)
export const PublicationsPage = page(
  async () => (await import('./publications/publications-page.tsx')).PublicationsPage,
)
export const RequestPage = page(async () => (await import('./publications/request-page.tsx')).RequestPage)
export const BeginLifePage = page(async () => (await import('./regulations/begin-life-page.tsx')).BeginLifePage)
export const RegulationPage = page(async () => (await import('./regulations/regulation-page.tsx')).RegulationPage)
export const RegulationsPage = page(async () => (await import('./regulations/regulations-page.tsx')).RegulationsPage)
export const RolesPage = page(async () => (await import('./roles/roles-page.tsx')).RolesPage)
export const VersionsPage = page(async () => (await import('./versions/versions-page.tsx')).VersionsPage)
export const BeginWorkPage = page(async () => (await import('./works/begin-work-page.tsx')).BeginWorkPage)
export const WorkPage = page(async () => (await import('./works/work-page.tsx')).WorkPage)
export const WorksPage = page(async () => (await import('./works/works-page.tsx')).WorksPage)
