import { expect, it } from 'vitest'
import { beginRegulation, listRegulations } from '../contract/index.ts'
import { camp, done, regulationsPlatform } from '../regulations-platform.fixture.ts'

const { platform, organisation, draftOf, begun, look, sara, begin, health } = await regulationsPlatform()
const ask = (draft: string, revision = 2) => platform.run(beginRegulation, { organisation, draft, revision }, sara)

it('fixes the text of a draft by its hash, whatever is written there later, and waits for its author', async () => {
  const draft = await draftOf()
  const regulation = await begun(draft)
  const { card, text, life, draft: from } = await look(regulation)
  expect(card).toMatchObject({
    owner: organisation,
    code: 'summer-camp-voucher',
    version: '1.0.0',
    stage: 'draft',
    turns: [{ body: 'org:social-protection', what: 'write', due: null }],
  })
  expect([from, life.author, text]).toEqual([draft, sara.id, JSON.parse(camp())])
  expect(life.content).toMatch(/^[0-9a-f]{64}$/)
  await platform.settle()
  expect(await platform.listEvents('regulations.regulation-begun')).toMatchObject([{ data: { regulation } }])
  expect(await ask(draft)).toMatchObject({ code: 'regulations.version-exists', params: { regulation } })
  const list = (of: string, who = sara) => platform.run(listRegulations, { organisation: of }, who)
  expect(done(await list(organisation)).items).toEqual([card])
  expect(done(await list('health', health)).items).toEqual([])
})

it('refuses a draft that moved, has no regulation, or an unfinished one', async () => {
  expect(await ask(await draftOf(camp('5.0.0')), 1)).toMatchObject({
    code: 'regulations.text-other',
    params: { revision: 2 },
  })
  expect(await ask(await begin(), 1)).toMatchObject({ code: 'regulations.text-missing' })
  expect(await ask(await draftOf(camp('5.0.0', { criteria: 'none' })))).toMatchObject({
    code: 'regulations.text-missing',
  })
  expect(await ask(await draftOf(camp('5.0.0', { body: 'org:health' })))).toMatchObject({
    code: 'regulations.body-other',
    params: { body: 'health' },
  })
  const joining = { kind: 'joining', base: 'no-template@1.0.0', changes: {} }
  expect(await ask(await draftOf(camp('5.0.0', joining)))).toMatchObject({ code: 'regulations.text-missing' })
})
