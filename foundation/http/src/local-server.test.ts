import { afterAll, beforeAll, expect, it } from 'vitest'
import { startLocalServer } from './local-server.ts'
import type { LocalServer } from './small-server.ts'

let server: LocalServer
beforeAll(async () => {
  server = await startLocalServer({
    port: 0,
    limit: 10,
    answer: (method, body) => ({
      status: 201,
      type: 'text/plain',
      body: `${method} ${new TextDecoder().decode(body)}`,
    }),
  })
})
afterAll(() => server.close())

it('answers on this machine, and takes no more than it may', async () => {
  expect(new URL(server.url).hostname).toBe('127.0.0.1')
  const answer = await fetch(server.url, { method: 'PUT', body: 'hello' })
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
    201,
    'text/plain',
    'PUT hello',
  ])
  expect((await fetch(server.url, { method: 'POST', body: 'far too long' })).status).toBe(413)
})
