import { isRefused, type Refused } from '@tereze/operation'
import { expect, it } from 'vitest'
import {
  certifyTesting,
  getPublication,
  listVariants,
  publishPackage,
  requestPublication,
  reviewPublication,
  tellStories,
  upgradeVariant,
} from '../contract/index.ts'
import { studioPlatform } from '../studio-platform.fixture.ts'
import { newerTemplate, opened } from '../variants.fixture.ts'

const { platform, sara, reviewer, sources, set } = await studioPlatform()
const organisation = 'north-region'

it('a variant that was brought to a newer template is published by its region and stands on it, while another stays behind', async () => {
  const must = async <Out>(outcome: Promise<Out>) => {
    const given = await outcome
    if (isRefused(given)) throw new Error(`${given.code} ${JSON.stringify(given.also)}`)
    return given as Exclude<Out, Refused>
  }
  set.add(opened(newerTemplate(sources)))
  const choices = { to: '1.1.0', take: ['/deadline/term'], keep: ['/amount/heating/sum'] }
  const wanted = { organisation, package: 'heating-support-north', ...choices }
  const { draft: id } = await must(platform.run(upgradeVariant, wanted, sara))
  await must(platform.run(tellStories, { organisation, draft: id }, sara))
  await platform.settle()
  const said = { passed: true, tried: 'Applied for help', found: 'All got the amount of the region', testers: 3 }
  await must(platform.run(certifyTesting, { organisation, draft: id, revision: 2, ...said }, reviewer))
  const wish = { organisation, draft: id, revision: 2, version: '1.1.0', name: 'On the newer template' }
  const { publication } = await must(platform.run(requestPublication, wish, sara))
  await must(platform.run(reviewPublication, { organisation, publication, approve: true, remarks: '' }, reviewer))
  await must(platform.run(publishPackage, { organisation, publication }, reviewer))
  await platform.settle()
  const seen = await must(platform.run(getPublication, { organisation, publication }, sara))
  expect([seen.publication.state, seen.publication.problems]).toEqual(['published', []])
  const { cells } = await must(platform.run(listVariants, { organisation }, sara))
  expect(cells.find(({ region }) => region === 'north')).toMatchObject({
    state: 'joined',
    variants: [{ version: '1.1.0', base: '1.1.0', collisions: 0 }],
  })
  expect(cells.find(({ region }) => region === 'south')).toMatchObject({ state: 'conflicts' })
})
