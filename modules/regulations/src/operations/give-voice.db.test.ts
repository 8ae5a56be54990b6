import { expect, it } from 'vitest'
import { camp, done, regulationsPlatform } from '../regulations-platform.fixture.ts'

const on = await regulationsPlatform()
const { platform, own, say, look, health, education, justice } = on

it('keeps what a body says with that body, and the owner’s life takes it', async () => {
  const regulation = await on.begun(await on.draftOf())
  const agrees = { step: 'give-position', position: 'agrees' } as const
  expect(await say(regulation, agrees, health)).toMatchObject({ code: 'regulations.regulation-not-found' })
  done(await own(regulation, { step: 'ask-agreement', bodies: ['health'] }))
  expect(await say(regulation, agrees, education)).toMatchObject({ code: 'regulations.regulation-not-found' })
  expect(await say(regulation, { step: 'register', number: '1' }, justice)).toMatchObject({
    code: 'regulations.step-refused',
    params: { code: 'not-now', stage: 'agreement' },
  })
  const said = done(await say(regulation, { step: 'make-remark', place: '/deadline', text: 'Too short' }, health))
  expect(said.state).toBe('given')
  expect((await look(regulation)).life.remarks).toEqual([])
  await platform.settle()
  expect((await look(regulation)).life.remarks).toMatchObject([{ id: said.voice, body: 'org:health' }])
  expect((await look(regulation, health)).voices).toMatchObject([{ voice: said.voice, state: 'taken', refusal: null }])
  expect(await say(regulation, { step: 'give-position', position: 'agrees' }, health)).toMatchObject({
    params: { code: 'remark-open' },
  })
})

it('takes no word for a text that its speaker did not read', async () => {
  const draft = await on.draftOf(camp('3.0.0'))
  const regulation = await on.begun(draft)
  done(await own(regulation, { step: 'ask-agreement', bodies: ['health'] }))
  const { content } = (await look(regulation)).life
  const agrees = { step: 'give-position', position: 'agrees', content } as const
  done(await say(regulation, agrees, health))
  await on.rewrite(draft, camp('3.0.0', { name: { en: 'Camp', ru: 'Лагерь', kk: 'Лагерь' } }))
  done(await own(regulation, { step: 'change-text', revision: 3 }))
  await platform.settle()
  expect((await look(regulation)).life.asked).toMatchObject([{ body: 'org:health', position: null, content: null }])
  const refusal = { code: 'text-changed', params: { body: 'org:health' } }
  expect((await look(regulation, health)).voices).toMatchObject([{ state: 'refused', refusal }])
  expect(await say(regulation, agrees, health)).toMatchObject({ params: { code: 'text-changed' } })
  const clean = { step: 'give-expertise' as const, factors: [], content }
  expect(await say(regulation, clean, justice)).toMatchObject({ params: { code: 'text-changed' } })
})

it('tells a body when the life had moved before its word arrived', async () => {
  const regulation = await on.begun(await on.draftOf(camp('2.0.0')))
  done(await own(regulation, { step: 'ask-agreement', bodies: ['health'] }))
  done(await say(regulation, { step: 'give-position', position: 'agrees' }, health))
  done(await own(regulation, { step: 'return', reason: 'Written anew' }))
  await platform.settle()
  expect((await look(regulation)).life).toMatchObject({ stage: 'draft', asked: [{ position: null }] })
  expect((await look(regulation, health)).voices).toMatchObject([
    { state: 'refused', refusal: { code: 'not-now', params: { stage: 'draft' } } },
  ])
})
