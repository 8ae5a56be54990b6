import { expect, it } from 'vitest'
import { camp, done, regulationsPlatform } from '../regulations-platform.fixture.ts'

const on = await regulationsPlatform()
const { platform, own, say, look, health } = on

it('tells once of whoever lets a term pass; a changed text gives them a new one', async () => {
  const draft = await on.draftOf()
  const regulation = await on.begun(draft)
  done(await own(regulation, { step: 'ask-agreement', bodies: ['health', 'education'] }))
  const turns = async () => (await look(regulation)).card.turns.map(({ body, due, late }) => [body.slice(4), due, late])
  platform.clock.set('2026-03-17T18:59:00Z')
  await platform.settle()
  expect(await turns()).toEqual([
    ['health', '2026-03-17', false],
    ['education', '2026-03-17', false],
    ['justice-ministry', '2026-03-10', true],
  ])
  platform.clock.set('2026-03-17T19:00:00Z')
  await platform.settle()
  await platform.settle()
  const told = (await platform.listEvents('regulations.term-passed')).map(({ data }) => data)
  expect(told).toMatchObject([
    { body: 'org:justice-ministry', what: 'expertise' },
    { body: 'org:health', what: 'speak' },
    { body: 'org:education', what: 'speak' },
  ])
  expect((await look(regulation)).card.stage).toBe('agreement')
  done(await say(regulation, { step: 'give-position', position: 'agrees' }, health))
  await platform.settle()
  expect((await turns())[0]).toEqual(['education', '2026-03-17', true])
  await on.rewrite(draft, camp('1.0.0', { extraterritorial: false }))
  done(await own(regulation, { step: 'change-text', revision: 3 }))
  expect(await turns()).toEqual([
    ['health', '2026-04-02', false],
    ['education', '2026-04-02', false],
    ['justice-ministry', '2026-03-26', false],
  ])
})
