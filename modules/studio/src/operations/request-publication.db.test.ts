import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { publicationsPlatform } from '../publications.fixture.ts'

const { platform, begin, save, changed, ask } = await publicationsPlatform()

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
