import type { OutgoingProblem } from '@tereze/foundation-http'
import { describe, expect, it } from 'vitest'
import { readDelivery } from './read-delivery.ts'

const answer = (status: number, body: string) =>
  readDelivery({ ok: true, status, headers: {}, body: Buffer.from(body) })

describe('readDelivery', () => {
  it('gives the reply', () => {
    expect(answer(200, 'aa.bb.cc\n')).toEqual({ reply: 'aa.bb.cc' })
  })

  it.each<[number, string, string, boolean]>([
    [403, '{"code":"exchange.access-not-granted"}', 'exchange.access-not-granted', false],
    [422, '{"code":"exchange.message-stale"}', 'exchange.message-stale', true],
    [429, '{"code":"exchange.rate-exceeded"}', 'exchange.rate-exceeded', true],
    [503, '{"code":"exchange.service-paused"}', 'exchange.service-paused', true],
    [500, '{"code":"operations.platform-failed"}', 'exchange.provider-unavailable', true],
    [502, '<html>', 'exchange.provider-unavailable', true],
    [200, '<html>welcome</html>', 'exchange.reply-wrong', false],
    [404, 'not found', 'exchange.reply-wrong', false],
    [302, '', 'exchange.reply-wrong', false],
    [400, '{"code":"somebody.else"}', 'exchange.reply-wrong', false],
  ])('reads %i %s', (status, body, code, retry) => {
    expect(answer(status, body)).toEqual({ code, retry })
  })

  it.each<[OutgoingProblem, string, boolean]>([
    ['unreachable', 'exchange.provider-unavailable', true],
    ['timed-out', 'exchange.provider-unavailable', true],
    ['cut', 'exchange.provider-unavailable', true],
    ['too-large', 'exchange.reply-wrong', false],
    ['address-forbidden', 'exchange.address-forbidden', false],
  ])('reads %s', (problem, code, retry) => {
    expect(readDelivery({ ok: false, problem })).toEqual({ code, retry })
  })
})
