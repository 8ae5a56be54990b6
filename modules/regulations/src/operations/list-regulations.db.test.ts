import { expect, it } from 'vitest'
import { getText, listRegulations } from '../contract/index.ts'
import { camp, done, regulationsPlatform } from '../regulations-platform.fixture.ts'

const on = await regulationsPlatform()
const { platform, organisation, own, sara, health, education } = on

it('shows a body the regulations on which it is asked to act, from then on, and their texts', async () => {
  const draft = await on.draftOf()
  const regulation = await on.begun(draft)
  const listed = async (who = health) =>
    done(await platform.run(listRegulations, { organisation: who.organisation }, who)).items.map(one => one.regulation)
  const text = (number: number, who = health) =>
    platform.run(getText, { organisation: who.organisation, owner: organisation, regulation, number }, who)
  expect([await listed(), await listed(sara)]).toEqual([[], [regulation]])
  expect(await text(1)).toMatchObject({ code: 'regulations.regulation-not-found' })
  done(await own(regulation, { step: 'ask-agreement', bodies: ['health'] }))
  expect([await listed(), await listed(education)]).toEqual([[regulation], []])
  await on.rewrite(draft, camp('1.0.0', { extraterritorial: false }))
  done(await own(regulation, { step: 'change-text', revision: 3 }))
  expect(done(await text(1)).text).toMatchObject({ extraterritorial: true })
  expect(done(await text(2)).text).toMatchObject({ extraterritorial: false })
  expect(await text(3)).toMatchObject({ code: 'regulations.text-not-found' })
  const other = await platform.run(getText, { organisation, owner: 'health', regulation, number: 1 }, sara)
  expect(other).toMatchObject({ code: 'regulations.regulation-not-found' })
})
