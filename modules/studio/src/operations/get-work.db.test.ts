import { expect, it } from 'vitest'
import { changeTask, getWork, publishPackage, requestPublication, reviewPublication } from '../contract/index.ts'
import { publicationSettled } from '../contract/publication.ts'
import { worksPlatform } from '../works.fixture.ts'

const studio = await worksPlatform()
const { platform, sara, dana, reviewer, start, begin, save, look, get, done } = studio

it('tells what one may, and from the publication on how long it took', async () => {
  const work = await start()
  await done(changeTask, { work, task: 'needs', do: 'take' }, dana)
  expect((await get(work)).may).toEqual({ do: true, pass: false, isOwn: false, stop: true })
  expect((await get(work, reviewer)).may).toEqual({ do: true, pass: true, isOwn: false, stop: false })
  expect((await get(work, { ...dana, roles: ['reviewer'] })).may).toMatchObject({ pass: false, isOwn: true })
  expect(
    await platform.run(getWork, { organisation: 'health', work }, { ...sara, organisation: 'health' }),
  ).toMatchObject({ code: 'studio.work-not-found' })

  const draft = await begin()
  const path = (await look(draft)).files.find(file => file.path.startsWith('notices/'))?.path ?? ''
  await save(draft, path, 'Other words\n', 1)
  await studio.tried(draft)
  const asked = { draft, revision: 2, version: '9.0.0', name: 'Other words' }
  const { publication } = await done(requestPublication, asked, sara)
  await done(reviewPublication, { publication, approve: true }, reviewer)
  await done(publishPackage, { publication }, reviewer)
  await platform.settle()
  const [settled] = await platform.listEvents(publicationSettled.type)
  expect(settled?.data).toMatchObject({ published: true })
  const { card, times } = await get(work)
  expect(card.published).toMatchObject({ version: '9.0.0' })
  expect(card.days).toBe(times.days)
  expect(times.stages).toHaveLength(6)
  expect(times.working + times.waiting).toBeCloseTo(times.days)
})
