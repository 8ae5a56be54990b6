import { expect, it } from 'vitest'
import { presenceSeconds, tellPresence } from '../contract/index.ts'
import { studioPlatform } from '../studio-platform.fixture.ts'

const { platform, organisation, sara, dana, begin, save, look } = await studioPlatform()

it('shows who else has the draft open and where, until they leave or are silent', async () => {
  const draft = await begin()
  const tell = (who: typeof sara, path: string | null, leaves = false) =>
    platform.run(tellPresence, { organisation, draft, path, leaves }, who)
  expect(await tell(sara, 'service.json')).toEqual({ here: [], revision: 1 })
  expect(await tell(dana, null)).toMatchObject({
    here: [{ who: { official: sara.id, name: { family: 'Эталонова' } }, path: 'service.json' }],
  })
  expect((await look(draft)).here).toMatchObject([{ who: { official: dana.id } }])
  await save(draft, 'notices/granted.md', 'New', 1)
  expect(await tell(dana, null, true)).toMatchObject({ revision: 2 })
  expect((await look(draft)).here).toEqual([])
  platform.clock.advance({ seconds: presenceSeconds })
  expect((await look(draft, dana)).here).toEqual([])
  expect(await platform.run(tellPresence, { organisation: 'health', draft, path: null }, sara)).toMatchObject({
    code: 'studio.draft-not-found',
  })
})
