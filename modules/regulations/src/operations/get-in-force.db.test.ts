import { anonymous, isRefused, type ProtocolRequest } from '@tereze/operation'
import { expect, it } from 'vitest'
import { getInForce, listInForce } from '../contract/index.ts'
import { printTextHandler } from '../protocols/print-text.ts'
import { camp, done, inForce, regulationsPlatform } from '../regulations-platform.fixture.ts'

const on = await regulationsPlatform()
const { platform, organisation, own, look } = on
const anybody = anonymous('kk')
const code = 'summer-camp-voucher'
const get = (on?: string) =>
  platform.run(getInForce, { organisation, code, ...(on === undefined ? {} : { on }) }, anybody)
const print = (regulation: string, query = '') => {
  const url = new URL(`http://tests.localhost/regulations/${organisation}/${regulation}/text.pdf${query}`)
  const request = { method: 'GET', url, params: { owner: organisation, regulation }, headers: {} }
  return printTextHandler.respond(request as unknown as ProtocolRequest, {
    ...platform.runner.surroundings(anybody, 'test', null),
    call: (definition, input) => platform.run(definition, input, anybody),
    origin: 'http://tests.localhost',
  })
}

it('gives anyone what is law on a day, as data and as pages; a service is published only from that very text', async () => {
  await on.begun(await on.draftOf(camp('0.9.0', { id: 'early-camp' })))
  expect(await get()).toMatchObject({ code: 'regulations.not-in-force', params: { code } })
  expect(await print(code)).toMatchObject({ code: 'regulations.regulation-not-found' })
  const regulation = await inForce(on, '2026-05-01')
  const law = done(await get())
  expect(law).toMatchObject({
    regulation: { regulation, version: '1.0.0', inForce: '2026-05-01', until: null, services: [] },
    content: (await look(regulation)).life.content,
    text: JSON.parse(camp()),
    registration: { number: '345', on: '2026-03-02' },
    versions: [{ version: '1.0.0' }],
  })
  expect(await get('2026-04-30')).toMatchObject({ code: 'regulations.not-in-force' })
  done(await own(regulation, { step: 'repeal', act: 'Order 99', from: '2026-09-01' }))
  const listed = async (on: string) => done(await platform.run(listInForce, { on }, anybody)).items.length
  expect([await listed('2026-04-30'), await listed('2026-08-31'), await listed('2026-09-01')]).toEqual([0, 1, 0])

  const pages = await print(code, '?languages=kk,ru,xx,kk')
  if (isRefused(pages)) throw new Error(pages.code)
  expect(pages.headers['content-disposition']).toContain('summer-camp-voucher-1.0.0-kk-ru.pdf')
  const drawn = JSON.parse(new TextDecoder().decode(pages.body as Uint8Array))
  expect(drawn).toMatchObject({ languages: ['kk', 'ru'], date: '2026-05-01' })
  expect(drawn.blocks[0].text.kk).toMatch(/\p{Script=Cyrillic}/u)
  expect(JSON.stringify(drawn.blocks)).not.toMatch(/org:|act:/)
  // The printer of these tests is busy when three languages are asked for.
  expect(await print(code, '?languages=kk,ru,en')).toMatchObject({ code: 'regulations.printer-busy' })
  // What is no law yet is shown to officials who have to do with it, and to nobody else.
  expect(await print(regulation)).toMatchObject({ code: 'regulations.regulation-not-found' })

  const keeper = (text: string) =>
    platform.runner
      .jobContext('test')
      .write('platform', context =>
        import('../keeper.ts').then(({ regulationKeeper }) =>
          regulationKeeper.whyNot(context, { organisation, files: { 'digital-regulation.json': text } }),
        ),
      )
  expect(await keeper(camp())).toBeNull()
  expect(await keeper(camp('1.0.0', { id: 'never-begun' }))).toBeNull()
  expect(await keeper(camp('0.9.0', { id: 'early-camp' }))).toEqual({ why: 'not-in-force', stage: 'draft' })
  expect(await keeper(camp('1.0.1'))).toEqual({ why: 'text-other' })
})
