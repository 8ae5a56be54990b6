import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { download } from './download.ts'
import { isProblem } from './problem.ts'

let server: Server
let answer: (response: ServerResponse) => void
let closed: boolean

beforeEach(async () => {
  closed = false
  server = createServer((request, response) => {
    response.on('close', () => {
      closed = true
    })
    if (request.headers['x-tereze-form'] === 'token') answer(response)
    else response.writeHead(400).end()
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise(done => server.close(done))
})

function take(more: { signal?: AbortSignal; told?: (bytes: number) => void } = {}) {
  const { port } = server.address() as AddressInfo
  const signal = new AbortController().signal
  const told = () => undefined
  return download({ url: `http://127.0.0.1:${port}/x`, formToken: 'token', language: 'kk', signal, told, ...more })
}

test('a file comes piece by piece, and how much of it has come is told', async () => {
  answer = response => {
    response.writeHead(200, { 'content-type': 'text/csv' }).write('one;')
    setTimeout(() => response.end('two'), 30)
  }
  const sizes: number[] = []
  const file = await take({ told: bytes => sizes.push(bytes) })
  if (isProblem(file)) throw new Error(file.kind)
  expect([await file.text(), file.type, sizes]).toEqual(['one;two', 'text/csv', [4, 7]])
})

test('a refusal has its words', async () => {
  answer = response => response.writeHead(404).end(JSON.stringify({ code: 'a.b-c', title: 'Not there' }))
  expect(await take()).toMatchObject({ kind: 'refused', code: 'a.b-c', title: 'Not there' })
})

test('half a file is none', async () => {
  answer = response => {
    response.writeHead(200).write('half')
    setTimeout(() => response.destroy(), 20)
  }
  expect(await take()).toMatchObject({ kind: 'unreachable' })
})

test('who stops ends the connection', async () => {
  answer = response => void response.writeHead(200).write('first')
  const stop = new AbortController()
  await expect(take({ signal: stop.signal, told: () => stop.abort() })).rejects.toThrow()
  await expect.poll(() => closed).toBe(true)
})
