import { expect, it } from 'vitest'
import { publicationsPlatform } from '../publications.fixture.ts'

const { platform, begin, sara, look, asked, review, publish, get, set, save, sources } = await publicationsPlatform()
const service = 'one-time-birth-benefit'

it('publishes exactly what was approved as the version that was asked for; the old version stays for running cases', async () => {
  const publication = await asked()
  const before = sources.find(({ id }) => id === service)
  expect(await publish(publication)).toMatchObject({ code: 'studio.publication-state', params: { state: 'review' } })
  await review(publication, true)
  const { draft } = (await get(publication)).publication
  // What is written after the request is no part of it.
  const path = (await look(draft)).files.find(file => file.path.startsWith('notices/'))?.path ?? ''
  await save(draft, path, 'Later\n', 2)
  const both = { ...sara, roles: ['developer', 'publisher'] }
  expect(await publish(publication, both)).toMatchObject({ code: 'studio.publication-own' })
  expect(await publish(publication)).toMatchObject({ state: 'ordered' })
  await platform.settle()

  const done = await get(publication)
  expect(done.publication).toMatchObject({ state: 'published', base: before?.version, problems: [] })
  const now = set.get('service', service)
  expect([now.version, now.hash]).toEqual(['9.0.0', done.hash])
  expect(set.get('service', service, before?.version).hash).toBe(before?.hash)
  const { texts } = await look(await begin())
  expect(texts[path]).toBe('Other words\n')
  expect(texts).toEqual(Object.fromEntries(done.files.map(file => [file.path, file.text])))
  expect(texts['service.json']).toBe(before?.files['service.json']?.replace(`"${before.version}"`, '"9.0.0"'))
})
