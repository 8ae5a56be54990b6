import { newSigningPair, signerOf } from '@tereze/foundation-keys'
import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantAccess, listMessages } from '../contract/index.ts'
import { type Installation, startInstallation } from '../installation.fixture.ts'
import { callXRoad } from '../xroad-client.fixture.ts'

let server: Installation
const pair = await newSigningPair()
const social = ['DEMO', 'GOV', 'social-protection']
const income = ['DEMO', 'GOV', 'tax-agency', 'tax-system', 'income-by-person']
const id = '01960000-0000-7000-8000-00000000cafe'

beforeAll(async () => {
  server = await startInstallation()
  await server.register('social-protection', 'benefit-system', { ...pair.publicJwk })
})
afterAll(() => server.close())

async function token(more: object = {}) {
  const exp = server.clock.now().getTime() / 1000 + 60
  const claims = { iss: 'social-protection', aud: 'http://tests.localhost', exp, ...more }
  return (await signerOf(pair.privateJwk)).sign(JSON.stringify(claims), 'tereze-client+jwt')
}
const call = async (more: Partial<Parameters<typeof callXRoad>[0]> = {}) =>
  callXRoad({
    securityServer: server.origin,
    service: income,
    client: social,
    path: `/v1?person=${server.mother.id}&year=2025`,
    token: await token(),
    ...more,
  })

describe('speak-xroad', () => {
  it('gives an independent client the answer with the headers of the protocol; both sides sign and log', async () => {
    expect(await call({ id })).toMatchObject({
      status: 200,
      error: null,
      id,
      client: 'DEMO/GOV/social-protection',
      service: 'DEMO/GOV/tax-agency/tax-system/income-by-person',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      requestHash: expect.stringMatching(/^[A-Za-z0-9+/]{86}==$/),
      contentType: 'application/json; charset=utf-8',
      body: { person: server.mother.id, year: 2025, incomes: [] },
    })
    for (const organisation of ['social-protection', 'tax-agency']) {
      const found = await server.run(listMessages, { organisation, message: id }, official({ organisation }))
      expect(isRefused(found) ? found : found.items).toMatchObject([
        { outcome: 'done', purpose: 'benefit-eligibility' },
      ])
    }
  })

  it('takes a body by POST, with or without subsystem and version, and makes an id where there is none', async () => {
    const answer = await call({
      method: 'POST',
      service: ['DEMO', 'GOV', 'tax-agency', 'income-by-person'],
      path: '',
      body: { person: server.mother.id, year: 2024 },
    })
    expect(answer).toMatchObject({ status: 200, id: expect.stringMatching(/^[0-9a-f-]{36}$/), body: { year: 2024 } })
  })

  it('knows the same X-Road-Id again, of whatever form', async () => {
    const first = await call({ id: 'MT324223MSD' })
    expect(await call({ id: 'MT324223MSD' })).toMatchObject({ status: 200, id: 'MT324223MSD', body: first.body })
    const other = await call({ id: 'MT324223MSD', path: `/v1?person=${server.mother.id}&year=2020` })
    expect(other).toMatchObject({ status: 400, error: 'Client.BadRequest' })
  })

  it.each<[string, Partial<Parameters<typeof callXRoad>[0]>, number, string | null]>([
    ['no client', { client: [] }, 400, 'Client.BadRequest'],
    ['a path that is none', { service: ['DEMO', 'GOV'] }, 400, 'Client.BadRequest'],
    ['a parameter twice', { path: '/v1?year=1&year=2' }, 400, 'Client.BadRequest'],
    [
      'an unknown service',
      { service: ['DEMO', 'GOV', 'tax-agency', 'wealth'] },
      500,
      'Server.ServerProxy.UnknownService',
    ],
    ['an unknown version', { path: '/v9' }, 500, 'Server.ServerProxy.UnknownService'],
    ['no proof', { token: '' }, 500, 'Server.ClientProxy.SslAuthenticationFailed'],
    ['the name of another', { client: ['DEMO', 'GOV', 'health'] }, 500, 'Server.ClientProxy.SslAuthenticationFailed'],
    ['another purpose', { headers: { 'X-Road-Purpose': 'curiosity' } }, 500, 'Server.ServerProxy.AccessDenied'],
    ['a body that the provider refuses', { path: '/v1?person=nobody&year=2025' }, 422, null],
  ])('tells %s as the protocol does', async (_, more, status, error) => {
    const answer = await call(more)
    expect([answer.status, answer.error]).toEqual([status, error])
    expect(answer.contentType).toBe('application/json; charset=utf-8')
    if (error !== null) expect(answer.body).toMatchObject({ type: error })
  })

  it('believes no token that is over or for another place', async () => {
    const seconds = server.clock.now().getTime() / 1000
    for (const more of [{ exp: seconds - 600 }, { exp: seconds + 86_400 }, { aud: 'https://other.example' }])
      expect(await call({ token: await token(more) })).toMatchObject({
        error: 'Server.ClientProxy.SslAuthenticationFailed',
      })
  })

  it('wants the purpose said where several are granted', async () => {
    await server.run(
      grantAccess,
      {
        organisation: 'tax-agency',
        contract: 'tax-agency.income-by-person@1',
        consumer: 'social-protection',
        purpose: 'audit-of-benefits',
        ground: 'act:family-benefits/8',
        until: '2026-12-31',
      },
      official({ organisation: 'tax-agency' }),
    )
    expect(await call()).toMatchObject({ error: 'Server.ServerProxy.AccessDenied' })
    expect(await call({ headers: { 'X-Road-Purpose': 'audit-of-benefits' } })).toMatchObject({ status: 200 })
  })

  it('tells the services of a member and their OpenAPI documents', async () => {
    const listed = await call({ service: ['DEMO', 'GOV', 'tax-agency', 'listMethods'], path: '' })
    expect(listed.body).toMatchObject({
      service: expect.arrayContaining([
        expect.objectContaining({
          service_code: 'income-by-person',
          service_type: 'OPENAPI',
          endpoint_list: [{ method: 'POST', path: '/v1' }],
        }),
      ]),
    })
    const allowed = (more: Partial<Parameters<typeof callXRoad>[0]> = {}) =>
      call({ service: ['DEMO', 'GOV', 'tax-agency', 'tax-system', 'allowedMethods'], path: '', ...more })
    const codes = ({ body }: { body: unknown }) =>
      (body as { service: { service_code: string }[] }).service.map(one => one.service_code)
    expect(codes(listed)).toContain('organisations')
    const mine = codes(await allowed())
    expect(mine).toContain('income-by-person')
    expect(mine.length).toBeLessThan(codes(listed).length)
    expect(await allowed({ token: '' })).toMatchObject({ error: 'Server.ClientProxy.SslAuthenticationFailed' })
    const service = ['DEMO', 'GOV', 'tax-agency', 'getOpenAPI']
    expect(await call({ service, path: '?serviceCode=income-by-person' })).toMatchObject({ body: { openapi: '3.1.1' } })
    expect(await call({ service, path: '?serviceCode=wealth' })).toMatchObject({
      error: 'Server.ServerProxy.UnknownService',
    })
  })
})
