import { expect, it } from 'vitest'
import { camp, done, regulationsPlatform } from '../regulations-platform.fixture.ts'

const on = await regulationsPlatform()
const { platform, own, say, look, health } = on

it('settles a voice once, whatever else the body said', async () => {
  const regulation = await on.begun(await on.draftOf(camp()))
  done(await own(regulation, { step: 'ask-agreement', bodies: ['health'] }))
  for (const text of ['First', 'Second']) done(await say(regulation, { step: 'make-remark', place: '', text }, health))
  await platform.settle()
  const { voices } = await look(regulation, health)
  expect(voices.map(({ state }) => state)).toEqual(['taken', 'taken'])
  expect(await platform.listEvents('regulations.voice-settled')).toMatchObject([
    { tenant: 'social-protection', data: { speaker: 'health', taken: true } },
    { data: { taken: true } },
  ])
})
