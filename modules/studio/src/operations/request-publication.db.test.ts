import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { tellStories } from '../contract/index.ts'
import { publicationsPlatform } from '../publications.fixture.ts'

const { platform, organisation, sara, begin, save, look, changed, ask } = await publicationsPlatform()

it('is refused for what is unchanged, was not seen, is not above, or is asked for already', async () => {
  expect(await ask(await begin(), 1)).toMatchObject({ code: 'studio.draft-unchanged' })
  const draft = await changed()
  expect(await ask(draft, 1)).toMatchObject({ code: 'studio.draft-moved', params: { revision: 2 } })
  expect(await ask(draft, 2, { version: '0.1.0' })).toMatchObject({ code: 'studio.version-not-higher' })
  const asked = await ask(draft, 2)
  if (isRefused(asked)) throw new Error(asked.code)
  const { publication } = asked
  expect(await ask(await changed(), 2)).toMatchObject({ code: 'studio.publication-open', params: { publication } })
  await platform.settle()
  expect(await platform.listEvents('studio.publication-requested')).toMatchObject([{ data: { publication, draft } }])
})

it('is refused while stories do not hold as the draft is, and while nobody says that people tried it', async () => {
  const draft = await begin('monthly-child-benefit')
  const path = (await look(draft)).files.find(file => file.path.startsWith('notices/'))?.path ?? ''
  await save(draft, path, 'Other words\n', 1)
  const untold = await ask(draft, 2)
  expect(untold).toMatchObject({ code: 'studio.stories-untold', params: { failed: 0 } })
  expect(isRefused(untold) && untold.params.untold).toBe(isRefused(untold) && untold.params.all)
  await platform.run(tellStories, { organisation, draft }, sara)
  await platform.settle()
  expect(await ask(draft, 2)).toMatchObject({ code: 'studio.certificate-missing', params: { version: '9.0.0' } })
})

it('is refused while the check finds faults, and for a card that is not the draft’s', async () => {
  const draft = await begin('monthly-child-benefit')
  await save(draft, 'data.schema.json', '{ broken', 1)
  const faulty = await ask(draft, 2)
  expect(faulty).toMatchObject({ code: 'studio.draft-faulty' })
  expect(isRefused(faulty) && faulty.also[0]).toMatchObject({ params: { path: 'data.schema.json' } })
  await save(draft, 'service.json', '{ broken', 1)
  expect(await ask(draft, 3)).toMatchObject({ code: 'studio.card-differs', params: { field: 'id' } })
})

it('is refused where the installation takes releases of a test installation only', async () => {
  const closed = await publicationsPlatform({ releaseKeys: [] })
  expect(await closed.ask(await closed.changed(), 2)).toMatchObject({ code: 'studio.releases-only' })
})
