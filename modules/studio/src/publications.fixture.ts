import { type InputOf, isRefused } from '@tereze/operation'
import { getPublication, publishPackage, requestPublication, reviewPublication } from './contract/index.ts'
import { studioPlatform } from './studio-platform.fixture.ts'

/** Drafts that are asked to be published, and shortcuts for those who ask, review and publish. */
export async function publicationsPlatform(...options: Parameters<typeof studioPlatform>) {
  const studio = await studioPlatform(...options)
  const { platform, organisation, sara, reviewer, begin, save, look, tried } = studio
  /** Asks as the developer for version 9.0.0. */
  const ask = (draft: string, revision: number, more: Partial<InputOf<typeof requestPublication>> = {}) =>
    platform.run(
      requestPublication,
      { organisation, draft, revision, version: '9.0.0', name: 'Other words', ...more },
      sara,
    )
  /** A draft at its second revision, where somebody wrote another notice. */
  async function changed(service?: string, who = sara) {
    const draft = await begin(service)
    const path = (await look(draft)).files.find(file => file.path.startsWith('notices/'))?.path ?? ''
    await save(draft, path, 'Other words\n', 1, who)
    await tried(draft)
    return draft
  }
  return {
    ...studio,
    ask,
    changed,
    /** A request for such a draft. */
    async asked(service?: string, who = sara) {
      const outcome = await ask(await changed(service, who), 2)
      if (isRefused(outcome)) throw new Error(`${outcome.code} ${JSON.stringify(outcome.also)}`)
      return outcome.publication
    },
    review: (publication: string, approve: boolean, remarks = '', who = reviewer) =>
      platform.run(reviewPublication, { organisation, publication, approve, remarks }, who),
    publish: (publication: string, who = reviewer) => platform.run(publishPackage, { organisation, publication }, who),
    async get(publication: string, who = reviewer) {
      const found = await platform.run(getPublication, { organisation, publication }, who)
      if (isRefused(found)) throw new Error(found.code)
      return found
    },
  }
}
