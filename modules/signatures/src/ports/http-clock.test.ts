import type { OutgoingReply, OutgoingRequest } from '@tereze/foundation-http'
import { expect, it } from 'vitest'
import { httpClock } from './http-clock.ts'

const asked: OutgoingRequest[] = []
const clock = (reply: OutgoingReply) =>
  httpClock({
    url: 'https://tsa.test/',
    outgoing: {
      async send(request) {
        asked.push(request)
        return reply
      },
    },
  })
const body = Buffer.from('token')

it('posts the request and gives the answer, and nothing where there is none', async () => {
  expect(await clock({ ok: true, status: 200, headers: {}, body })(Buffer.from('request'))).toEqual(body)
  expect(asked[0]).toMatchObject({
    method: 'POST',
    url: 'https://tsa.test/',
    headers: { 'content-type': 'application/timestamp-query' },
    body: Buffer.from('request'),
  })
  expect(await clock({ ok: true, status: 503, headers: {}, body })(body)).toBeNull()
  expect(await clock({ ok: false, problem: 'timed-out' })(body)).toBeNull()
})
