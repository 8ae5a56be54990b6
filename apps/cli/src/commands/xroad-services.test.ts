import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tereze } from '../said.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-xroad-'))
const before = { ...process.env }
const server = createServer((request, response) => {
  if (request.headers['x-road-client'] !== 'NB/COM/1/a')
    return response.writeHead(500, { 'x-road-error': 'Server.ClientProxy.UnknownMember' }).end('{}')
  if (request.url === '/r1/NB/GOV/2/tax/getOpenAPI?serviceCode=incomes') return response.end('openapi: 3.0.0')
  const entry = {
    object_type: 'SERVICE',
    service_type: 'OPENAPI',
    xroad_instance: 'NB',
    member_class: 'GOV',
    member_code: '2',
    subsystem_code: 'tax',
    service_code: 'incomes',
    endpoint_list: [{ method: 'GET', path: '/*' }],
  }
  return response.end(JSON.stringify({ service: request.url?.endsWith('/listMethods') ? [entry] : [] }))
})
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  writeFileSync(
    join(folder, 'nb.json'),
    JSON.stringify({ url, clients: { health: 'NB/COM/1/a', education: 'NB/COM/9' } }),
  )
  process.env.TEREZE_OUTSIDE_SYSTEMS = `nb=xroad://${folder}/nb.json`
})
afterAll(() => {
  process.env = before
  server.close()
  rmSync(folder, { recursive: true })
})

it('lists what a member of X-Road offers, and describes it', async () => {
  const ask = (...more: string[]) =>
    tereze('xroad', 'services', '--system', 'nb', '--provider', 'NB/GOV/2/tax', ...more)
  expect(await ask('--as', 'health')).toEqual({ code: 0, out: 'NB/GOV/2/tax/incomes  OPENAPI\n  GET /*', err: '' })
  expect(JSON.parse((await ask('--as', 'health', '--allowed', '--json')).out)).toEqual({ services: [] })
  expect((await ask('--as', 'health', '--describe', 'incomes')).out).toBe('openapi: 3.0.0')
  expect(await ask('--as', 'education')).toMatchObject({
    code: 1,
    err: expect.stringContaining('security-server: Server.ClientProxy.UnknownMember'),
  })
  expect(await ask('--as', 'nobody')).toMatchObject({ code: 1, err: expect.stringContaining('not-configured: nobody') })
})

it('says what was called wrongly', async () => {
  expect(
    await tereze('xroad', 'services', '--system', 'gone', '--as', 'health', '--provider', 'NB/GOV/2'),
  ).toMatchObject({ code: 2 })
  expect(await tereze('xroad', 'services', '--system', 'nb', '--as', 'health', '--provider', 'NB')).toMatchObject({
    code: 2,
  })
})
