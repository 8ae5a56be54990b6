import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOutgoing, createOutgoingTo } from './outgoing.ts'

let server: Server
let port = 0
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/echo') request.pipe(response)
    if (request.url === '/large') response.end('x'.repeat(5000))
    if (request.url === '/redirect') response.writeHead(302, { location: '/echo' }).end()
    if (request.url === '/cut') {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half')
      setTimeout(() => response.destroy(), 20)
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
const ask = (path: string, hosts = [`127.0.0.1:${port}`], timeout = 2000) =>
  createOutgoing({ privateHosts: hosts }).send({
    method: 'POST',
    url: `http://127.0.0.1:${port}${path}`,
    body: 'hello',
    timeout,
    limit: 1000,
  })

describe('createOutgoing', () => {
  it('reaches a private host that the operator named, and no other', async () => {
    expect(await ask('/echo')).toMatchObject({ ok: true, status: 200, body: Buffer.from('hello') })
    expect(await ask('/echo', [])).toEqual({ ok: false, problem: 'address-forbidden' })
    expect(await ask('/echo', ['127.0.0.1:1'])).toEqual({ ok: false, problem: 'address-forbidden' })
  })

  it('goes by plain http where it may, and still only to public addresses', async () => {
    const outgoing = createOutgoing({ privateHosts: [], plain: true })
    const ask = (url: string) => outgoing.send({ method: 'GET', url, timeout: 2000, limit: 10 })
    for (const url of [`http://127.0.0.1:${port}/echo`, 'http://localhost/', 'ftp://services.example/'])
      expect(await ask(url)).toEqual({ ok: false, problem: 'address-forbidden' })
    expect(await ask('http://nobody.invalid/')).not.toEqual({ ok: false, problem: 'address-forbidden' })
  })

  it.each([
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://localhost/',
    'https://169.254.169.254/latest',
    'http://services.example/',
    'https://user@services.example/',
    'file:///etc/hostname',
    'nonsense',
  ])('never goes to %s', async url => {
    const outgoing = createOutgoing({ privateHosts: [] })
    expect(await outgoing.send({ method: 'GET', url, timeout: 2000, limit: 10 })).toEqual({
      ok: false,
      problem: 'address-forbidden',
    })
  })

  it('goes to the one system that the operator named, and nowhere else', async () => {
    const outgoing = createOutgoingTo(`http://127.0.0.1:${port}/send`)
    const ask = (url: string) => outgoing.send({ method: 'GET', url, timeout: 2000, limit: 1000 })
    expect(await ask(`http://127.0.0.1:${port}/echo`)).toMatchObject({ ok: true, status: 200 })
    for (const url of ['http://127.0.0.1:1/', `https://127.0.0.1:${port}/`, 'https://services.example/', 'nonsense'])
      expect(await ask(url)).toEqual({ ok: false, problem: 'address-forbidden' })
  })

  it('follows no redirect', async () => {
    expect(await ask('/redirect')).toMatchObject({ ok: true, status: 302 })
  })

  it('tells an answer that is too large, too late, cut off, or none at all', async () => {
    expect(await ask('/large')).toEqual({ ok: false, problem: 'too-large' })
    expect(await ask('/silence', undefined, 100)).toEqual({ ok: false, problem: 'timed-out' })
    expect(await ask('/cut')).toEqual({ ok: false, problem: 'cut' })
    const outgoing = createOutgoing({ privateHosts: ['127.0.0.1:1'] })
    expect(await outgoing.send({ method: 'GET', url: 'http://127.0.0.1:1/', timeout: 2000, limit: 10 })).toEqual({
      ok: false,
      problem: 'unreachable',
    })
  })
})
