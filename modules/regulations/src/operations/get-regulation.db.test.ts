import { expect, it } from 'vitest'
import { getRegulation } from '../contract/index.ts'
import { camp, done, regulationsPlatform } from '../regulations-platform.fixture.ts'

const on = await regulationsPlatform()
const { platform, organisation, own, say, look, sara, head, health, education, justice } = on

it('tells each what they may do now, and other versions only to those who have to do with them', async () => {
  const older = await on.begun(await on.draftOf(camp('0.9.0')))
  const regulation = await on.begun(await on.draftOf())
  const may = async (who = sara) => (await look(regulation, who)).may
  expect([await may(), await may(head)]).toEqual([['change-text', 'ask-agreement'], []])
  done(await own(regulation, { step: 'ask-agreement', bodies: ['health'] }))
  expect(await may()).toEqual(['change-text', 'answer-remark', 'ask-approval', 'return'])
  expect(await may(health)).toEqual(['make-remark', 'settle-remark', 'give-position'])
  expect(await may(justice)).toEqual(['give-expertise'])
  expect((await look(regulation)).versions.map(one => one.regulation)).toEqual([older])
  expect((await look(regulation, health)).versions).toEqual([])
  const asked = { organisation: 'education', owner: organisation, regulation }
  expect(await platform.run(getRegulation, asked, education)).toMatchObject({
    code: 'regulations.regulation-not-found',
  })
  done(await say(regulation, { step: 'make-remark', place: '', text: 'Why?' }, health))
  const { voices } = await look(regulation, health)
  expect(voices).toMatchObject([{ state: 'given', step: { text: 'Why?' } }])
  expect((await look(regulation)).voices).toEqual([])
})
