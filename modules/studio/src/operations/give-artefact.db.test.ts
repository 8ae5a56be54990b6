import { expect, it } from 'vitest'
import { giveArtefact } from '../contract/index.ts'
import { worksPlatform } from '../works.fixture.ts'

const { platform, organisation, sara, dana, start, done, get, link } = await worksPlatform()

it('keeps where an artefact lies, the newest place, or takes it back', async () => {
  const work = await start()
  const artefact = 'hypotheses'
  await done(giveArtefact, { work, artefact, link, note: 'Draft' }, sara)
  await done(giveArtefact, { work, artefact, link: `${link}/2` }, dana)
  expect((await get(work)).artefacts).toMatchObject([
    { artefact, link: `${link}/2`, note: '', by: { official: dana.id } },
  ])
  const give = (input: object) =>
    platform.run(giveArtefact, { organisation, work, artefact, link, ...input } as never, sara)
  expect(await give({ artefact: 'demo' })).toMatchObject({ code: 'studio.artefact-not-found' })
  expect(await give({ link: 'javascript:alert(1)' })).toMatchObject({ code: 'operations.input-invalid' })
  expect(await done(giveArtefact, { work, artefact, link: null }, sara)).toEqual({ artefact, given: false })
  expect((await get(work)).artefacts).toEqual([])
})
