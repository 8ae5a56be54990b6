import { expect, it } from 'vitest'
import { act, agreed, camp, done, regulationsPlatform } from '../regulations-platform.fixture.ts'

const on = await regulationsPlatform()
const { platform, own, say, look, health, education, justice, ministry, head } = on

it('leads a regulation through remarks, a disagreement, the expertise, a signed approval and registration into force', async () => {
  const draft = await on.draftOf()
  const regulation = await on.begun(draft)
  done(await own(regulation, { step: 'ask-agreement', bodies: ['health', 'education'] }))
  expect((await look(regulation)).card.turns.map(({ body, what, due }) => [body, what, due])).toEqual([
    ['org:health', 'speak', '2026-03-17'],
    ['org:education', 'speak', '2026-03-17'],
    ['org:justice-ministry', 'expertise', '2026-03-10'],
  ])
  done(await say(regulation, { step: 'make-remark', place: '/deadline', text: 'Too short' }, health))
  done(await say(regulation, { step: 'make-remark', place: '/criteria/0', text: 'Say which age' }, education))
  await platform.settle()
  const [first, second] = (await look(regulation)).life.remarks
  const answer = (id = '', accepted = false) =>
    own(regulation, { step: 'answer-remark', id, accepted, text: accepted ? 'Done' : 'The law says so' })
  done(await answer(first?.id, true))
  done(await answer(second?.id))
  done(await say(regulation, { step: 'settle-remark', id: first?.id ?? '', settled: 'content' }, health))
  done(await say(regulation, { step: 'settle-remark', id: second?.id ?? '', settled: 'insists' }, education))
  await platform.settle()
  const decide = { step: 'decide-disagreement', id: second?.id ?? '', upheld: false, text: 'It stays' } as const
  done(await say(regulation, { ...decide, met: '2026-03-02' }, ministry))
  await platform.settle()

  // What was accepted is worked in: another text, on which everybody speaks anew.
  const before = (await look(regulation)).life.content
  await on.rewrite(draft, camp('1.0.0', { extraterritorial: false }))
  done(await own(regulation, { step: 'change-text', revision: 3 }))
  const changed = await look(regulation)
  expect(changed.texts.map(({ number }) => number)).toEqual([1, 2])
  expect(changed.life.content).not.toBe(before)
  expect(await own(regulation, { step: 'ask-approval' })).toMatchObject({
    code: 'regulations.step-refused',
    params: { code: 'position-missing', body: 'org:health' },
  })
  done(await say(regulation, { step: 'give-position', position: 'agrees' }, health))
  done(await say(regulation, { step: 'give-position', position: 'disagrees' }, education))
  done(await say(regulation, { step: 'give-expertise', factors: [] }, justice))
  await platform.settle()
  done(await own(regulation, { step: 'ask-approval' }))
  done(await on.approve(regulation, changed.life.content, await on.sign(regulation)))
  done(await say(regulation, { step: 'register', number: '345' }, justice))
  await platform.settle()
  expect(await own(regulation, { step: 'set-force', on: '2026-03-05' })).toMatchObject({
    params: { code: 'force-too-early' },
  })
  done(await own(regulation, { step: 'set-force', on: '2026-05-01' }))
  platform.clock.set('2026-04-30T18:59:00Z')
  await platform.settle()
  expect((await look(regulation)).card.stage).toBe('awaiting-force')
  // The first of May begins in Almaty five hours before it does by UTC.
  platform.clock.set('2026-04-30T19:00:00Z')
  await platform.settle()
  const { card, life, steps, services } = await look(regulation)
  expect([card.stage, card.inForce, life.registration?.number, life.approval?.act]).toEqual([
    'in-force',
    '2026-05-01',
    '345',
    act,
  ])
  expect(services).toEqual([])
  expect(steps.map(({ step, body }) => `${body?.slice(4)} ${step.step}`)).toEqual([
    'undefined pass-day',
    'social-protection set-force',
    'justice-ministry register',
    'social-protection approve',
    'social-protection ask-approval',
    'justice-ministry give-expertise',
    'education give-position',
    'health give-position',
    'social-protection change-text',
    'social-protection-ministry decide-disagreement',
    'education settle-remark',
    'health settle-remark',
    'social-protection answer-remark',
    'social-protection answer-remark',
    'education make-remark',
    'health make-remark',
    'social-protection ask-agreement',
  ])
  expect(steps[2]?.by?.name).toMatchObject({ family: 'Юристова' })
  expect(await platform.listEvents('regulations.came-into-force')).toMatchObject([
    { data: { regulation, version: '1.0.0' } },
  ])

  // The next version takes its place on its own first day, and the day may be moved until then.
  const next = await agreed(on, camp('2.0.0'))
  done(await on.approve(next, (await look(next)).life.content, await on.sign(next)))
  done(await say(next, { step: 'register', number: '346' }, justice))
  await platform.settle()
  done(await own(next, { step: 'set-force', on: '2026-06-01' }))
  done(await own(next, { step: 'set-force', on: '2026-07-01' }))
  expect((await look(regulation)).card).toMatchObject({ stage: 'in-force', endsOn: '2026-07-01' })
  platform.clock.set('2026-07-01T06:00:00Z')
  await platform.settle()
  expect([(await look(regulation)).card.stage, (await look(next)).card.stage]).toEqual(['amended', 'in-force'])
  done(await own(next, { step: 'repeal', act: 'Order 99', from: '2026-08-01' }))
  platform.clock.set('2026-08-01T06:00:00Z')
  await platform.settle()
  expect((await look(next)).card).toMatchObject({ stage: 'repealed', endsOn: '2026-08-01', turns: [] })
  expect((await platform.listEvents('regulations.force-ended')).map(({ data }) => data)).toMatchObject([
    { regulation, how: 'amended' },
    { regulation: next, how: 'repealed' },
  ])
})

it('refuses what is not there, what is faulty, and what the life does not allow now', async () => {
  const draft = await on.draftOf(camp('3.0.0', { id: 'other-camp' }))
  const regulation = await on.begun(draft)
  const ask = (bodies: string[]) => own(regulation, { step: 'ask-agreement', bodies })
  expect(await ask(['no-such-body'])).toMatchObject({
    code: 'regulations.body-unknown',
    params: { body: 'no-such-body' },
  })
  expect(await ask([])).toMatchObject({ params: { code: 'bodies-too-few' } })
  expect(await own(regulation, { step: 'ask-approval' })).toMatchObject({ params: { code: 'not-now' } })
  expect(await own(regulation, { step: 'change-text', revision: 7 })).toMatchObject({ code: 'regulations.text-other' })
  await on.rewrite(draft, camp('3.0.0'))
  expect(await own(regulation, { step: 'change-text', revision: 3 })).toMatchObject({
    code: 'regulations.text-other',
    params: { code: 'summer-camp-voucher' },
  })
  const faulty = await on.begun(await on.draftOf(camp('4.0.0', { id: 'faulty-camp', developedBy: 'org:nobody' })))
  const refused = await own(faulty, { step: 'ask-agreement', bodies: ['health'] })
  expect(refused).toMatchObject({ code: 'regulations.text-faulty' })
  expect('also' in refused && refused.also[0]).toMatchObject({ params: { place: '/developedBy' } })
  const none = 'regulation_0195557a-8c00-7000-8000-000000000001'
  expect(await own(none, { step: 'ask-approval' })).toMatchObject({ code: 'regulations.regulation-not-found' })
  expect(await own(regulation, { step: 'ask-approval' }, head)).toMatchObject({ code: 'operations.permission-missing' })
})
