import { anonymous, isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { exchangePlatform, ward } from '../exchange-platform.fixture.ts'
import { replyType } from '../rules/read-message.ts'
import { deliverMessageProtocol } from './deliver-message.ts'

const platform = await exchangePlatform()
const nobody = anonymous('ru')
function deliver(body: string) {
  return deliverMessageProtocol.respond(
    {
      method: 'POST',
      url: new URL('http://tests.localhost/exchange/v1/messages'),
      params: {},
      headers: { 'content-type': 'application/jose' },
      cookies: {},
      body: new TextEncoder().encode(body),
    },
    {
      ...platform.runner.surroundings(nobody, 'request-1', null),
      origin: 'http://tests.localhost',
      call: (definition, input, options) => platform.runner.call(definition, input, options?.actor ?? nobody),
    },
  )
}

describe('deliver-message', () => {
  it('gives the signed reply as it is, for no cache', async () => {
    const reply = await deliver(`${await platform.member.sign()}\n`)
    if (isRefused(reply)) throw new Error(reply.code)
    expect(reply).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/jose', 'cache-control': 'no-store' },
    })
    const { database, keys } = platform
    expect(await keys.verify(database, 'civil-registry', String(reply.body), replyType)).toContain('"accepted":true')
  })

  it('acts as the member that the message names, who must have signed it', async () => {
    await deliver(await platform.member.sign())
    expect(platform.audited.at(-1)?.actor).toMatchObject({ id: `system:exchange/${ward}`, roles: ['member'] })
    expect(await deliver(await (await platform.newSystem()).sign())).toMatchObject({
      code: 'exchange.signature-invalid',
    })
  })

  it.each(['', 'hello', 'a.b.c', '{"payload":{}}'])('refuses "%s"', async body => {
    expect(await deliver(body)).toMatchObject({ code: 'exchange.message-malformed' })
  })
})
