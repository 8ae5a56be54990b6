import { anonymous } from '@tereze/operation'
import { expect, it } from 'vitest'
import { exchangePlatform, ward } from '../exchange-platform.fixture.ts'
import { serveKeysProtocol } from './serve-keys.ts'

const platform = await exchangePlatform()
const nobody = anonymous('en')
const get = (member: string) =>
  serveKeysProtocol.respond(
    {
      method: 'GET',
      url: new URL(`http://tests.localhost/exchange/v1/keys/${member}`),
      params: { member },
      headers: {},
      cookies: {},
      body: new Uint8Array(),
    },
    {
      ...platform.runner.surroundings(nobody, 'request-1', null),
      origin: 'http://tests.localhost',
      call: (definition, input, options) => platform.runner.call(definition, input, options?.actor ?? nobody),
    },
  )

it('gives a fresh certificate, for no cache', async () => {
  expect(await get(ward)).toMatchObject({
    status: 200,
    headers: { 'content-type': 'application/jose', 'cache-control': 'no-store' },
    body: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
  })
})

it.each(['', 'A', 'a b', '../x'])('refuses the member "%s"', async member => {
  expect(await get(member)).toMatchObject({ code: 'exchange.message-malformed', pointer: '/member' })
})
