import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { isFromGateway } from '../../rules/gateway-signature.ts'
import { httpSms } from './http.ts'

const now = new Date('2026-03-02T04:00:00.000Z')
const seen: { key: unknown; trusted: boolean; body: string }[] = []
const next = { status: 202 }
const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  const header = (name: string) => request.headers[name] as string | undefined
  const delivery = {
    time: header('x-tereze-time'),
    signature: header('x-tereze-signature'),
    body: new TextEncoder().encode(body),
  }
  seen.push({ key: header('idempotency-key'), trusted: isFromGateway(delivery, 'shared', now), body })
  response.writeHead(next.status).end()
})
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
afterAll(() => server.close())
const sms = httpSms({
  url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
  secret: 'shared',
  now: () => now,
})
const message = { id: 'message_1.sms', to: '+99955500001', text: 'Сәлем' }

describe('httpSms', () => {
  it('signs, and sends under the delivery’s id', async () => {
    expect(await sms.send(message)).toBe('sent')
    expect(seen[0]).toEqual({ key: 'message_1.sms', trusted: true, body: JSON.stringify(message) })
  })

  it('tells never from later', async () => {
    next.status = 422
    expect(await sms.send(message)).toBe('rejected')
    next.status = 503
    await expect(sms.send(message)).rejects.toThrow('503')
  })
})
