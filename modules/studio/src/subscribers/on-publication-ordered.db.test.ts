import { packageDesk } from '@tereze/catalogue/contract'
import { expect, it } from 'vitest'
import { publicationsPlatform } from '../publications.fixture.ts'

const { platform, ask, asked, review, publish, get, sources, set } = await publicationsPlatform()

it('refuses where another version was published since, and says so; the draft may not be asked for again', async () => {
  const publication = await asked()
  await review(publication, true)
  const source = sources.find(({ id }) => id === 'one-time-birth-benefit')
  if (source === undefined) throw new Error('no service')
  await platform.runner.jobContext('test').write('platform', async context => {
    await context.port(packageDesk).publish(context, { ...source, version: '8.0.0', hash: 'another' })
  })
  await publish(publication)
  await platform.settle()
  const { publication: card } = await get(publication)
  expect(card).toMatchObject({
    state: 'refused',
    problems: [{ code: 'studio.draft-outdated', message: { en: 'Another version was published meanwhile' } }],
  })
  expect(set.get('service', source.id).version).toBe('8.0.0')
  expect(await ask(card.draft, 2)).toMatchObject({ code: 'studio.draft-outdated', params: { published: '8.0.0' } })
})
