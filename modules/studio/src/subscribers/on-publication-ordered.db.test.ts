import { expect, it } from 'vitest'
import { rollbacksPlatform } from '../rollbacks.fixture.ts'

const { platform, ask, asked, review, publish, get, of, release, set } = await rollbacksPlatform()

it('refuses where another version was published since, and says so; the draft may not be asked for again', async () => {
  const publication = await asked()
  await review(publication, true)
  await release('8.0.0')
  await publish(publication)
  await platform.settle()
  const { publication: card } = await get(publication)
  expect(card).toMatchObject({
    state: 'refused',
    problems: [{ code: 'studio.draft-outdated', message: { en: 'Another version was published meanwhile' } }],
  })
  expect(set.get('service', of.package).version).toBe('8.0.0')
  expect(await ask(card.draft, 2)).toMatchObject({ code: 'studio.draft-outdated', params: { published: '8.0.0' } })
})
