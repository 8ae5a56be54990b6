import type { ProtocolContext } from '@tereze/foundation-operations'
import { isRefused, type ProtocolRequest } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { notifyPerson } from '../contract/index.ts'
import { mother, notice, notificationsPlatform, secret, writer } from '../platform.fixture.ts'
import { gatewaySignature } from '../rules/gateway-signature.ts'
import { deliverSmsHandler } from './deliver-sms.ts'
import { answerDemoSmsHandler, showDemoMailHandler } from './demo-mail.ts'

const platform = await notificationsPlatform()
const context: ProtocolContext = {
  ...platform.runner.surroundings(mother, 'correlation', null),
  origin: 'http://localhost',
  call: (definition, input, options) => platform.runner.call(definition, input, options?.actor ?? mother),
}
const bytes = (text: string) => new TextEncoder().encode(text)

function request(text: string, headers: Record<string, string>, path = '/sms/v1/messages'): ProtocolRequest {
  return {
    method: 'POST',
    url: new URL(path, 'http://localhost'),
    params: {},
    headers,
    cookies: {},
    body: bytes(text),
  }
}

function signed(text: string, time = platform.clock.now().toISOString(), key = secret) {
  return request(text, { 'x-tereze-time': time, 'x-tereze-signature': gatewaySignature(key, time, bytes(text)) })
}

describe('deliver-sms', () => {
  it('takes a signed SMS', async () => {
    await platform.run(notifyPerson, notice(), writer)
    const body = JSON.stringify({ id: 'g1', from: '+99955500001', text: 'NAME Arman' })
    const reply = await deliverSmsHandler.respond(signed(body), context)
    expect(reply).toMatchObject({ status: 200, body: '{"taken":true}' })
  })

  it.each([
    ['no signature', request('{}', {})],
    ['another secret', signed('{}', undefined, 'another secret')],
    ['an old signature', signed('{}', '2026-03-02T03:54:00.000Z')],
    ['a signature of other bytes', { ...signed('{}'), body: bytes('{ }') }],
    ['a time that is none', signed('{}', 'yesterday')],
  ])('refuses %s', async (_, wrong) => {
    const reply = await deliverSmsHandler.respond(wrong, context)
    expect(isRefused(reply) && reply.code).toBe('notifications.gateway-not-trusted')
  })

  it('refuses what is signed and is no SMS', async () => {
    for (const body of ['nonsense', '{}', '{"id":"1","from":"me","text":"x"}']) {
      const reply = await deliverSmsHandler.respond(signed(body), context)
      expect(isRefused(reply) && reply.code).toBe('operations.input-invalid')
    }
  })
})

describe('the demo’s mail box', () => {
  it('shows mail as a page or as JSON', async () => {
    await platform.settle()
    const page = await showDemoMailHandler.respond(request('', {}, '/demo/mail'), context)
    expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } })
    const json = await showDemoMailHandler.respond(
      request('', { accept: 'application/json' }, '/demo/mail?address=saule@example.com'),
      context,
    )
    if (isRefused(json)) throw new Error(json.code)
    expect(JSON.parse(String(json.body)).items.length).toBe(1)
  })

  it('answers as a telephone and leads back', async () => {
    const form = new URLSearchParams({ from: '+99955500001', text: 'NAME Dana' }).toString()
    expect(await answerDemoSmsHandler.respond(request(form, {}), context)).toMatchObject({
      status: 303,
      headers: { location: '/demo/mail' },
    })
    await platform.settle()
    expect((await platform.listEvents('notifications.answer-received')).length).toBe(2)
  })
})
