import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type MockProvider, startMockProvider } from '../contracts/mock-provider.ts'
import { readContract } from '../contracts/read-contract.ts'
import { tereze } from '../said.fixture.ts'

const contracts = new URL('../../../../content/contracts/', import.meta.url)
const file = fileURLToPath(new URL('tax-agency.income-by-person/contract.json', contracts))
const statuses: number[] = []
let mock: MockProvider
beforeAll(async () => {
  mock = await startMockProvider(await readContract(file), 0, status => statuses.push(status))
})
afterAll(() => mock.close())
const test = async (url: string) => JSON.parse((await tereze('contract', 'test', file, '--url', url, '--json')).out)

describe('tereze contract test', () => {
  it('finds that the mock of a contract keeps it: one answer, every refusal', async () => {
    const { code, out } = await tereze('contract', 'test', file, '--url', mock.url)
    expect(code).toBe(0)
    expect(out).toContain('ok    answers the example of the contract')
    expect(out).toContain('ok    refuses a request without year')
    expect(out).toMatch(/8 passed, 0 failed$/)
    expect(statuses.filter(status => status === 200)).toHaveLength(1)
    expect(new Set(statuses)).toEqual(new Set([200, 422]))
  })

  it.each<[string, (body: string) => [number, string]]>([
    ['answers what it did not promise', body => (body.includes('year') ? [200, '{"person":1}'] : [422, '{}'])],
    ['answers with a page', () => [200, '<html>']],
    ['accepts everything', () => [200, '{}']],
    ['always fails', () => [500, '{}']],
  ])('finds a provider that %s', async (_, answer) => {
    const server = createServer(async (request, response) => {
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part as Buffer)
      const [status, text] = answer(Buffer.concat(parts).toString())
      response.writeHead(status).end(text)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { failed, tested } = await test(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    server.closeAllConnections()
    server.close()
    expect(failed).toBeGreaterThan(0)
    expect(tested[0]).toMatchObject({ what: 'answers the example of the contract', why: expect.any(String) })
  })

  it('finds that nobody is there, and says what was called wrongly', async () => {
    expect((await test('http://127.0.0.1:1/')).tested[0]).toMatchObject({ why: 'there is no answer' })
    expect(await tereze('contract', 'test', file, '--url', 'here')).toMatchObject({ code: 2 })
    expect(await tereze('contract', 'test', file)).toMatchObject({ code: 2 })
    const other = fileURLToPath(new URL('tax-agency.income-by-person/messages/en.json', contracts))
    expect(await tereze('contract', 'test', other, '--url', mock.url)).toMatchObject({ code: 1 })
  })
})
