import { official } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { describeService } from '../contract/index.ts'
import { exchangePlatform } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const describeIt = (contract: string) =>
  platform.run(describeService, { contract }, official({ roles: ['integrator'], language: 'ru' }))

it('gives the schemas of the contract, and the same as an OpenAPI document', async () => {
  const request = { type: 'object', required: ['person', 'year'] }
  expect(await describeIt('tax-agency.income-by-person@1')).toMatchObject({
    version: '1.0.0',
    kind: 'query',
    request,
    response: { type: 'object' },
    openapi: {
      openapi: '3.1.1',
      paths: { '/': { post: { requestBody: { content: { 'application/json': { schema: request } } } } } },
    },
  })
})

it('refuses what is not published', async () => {
  expect(await describeIt('tax-agency.income-by-person@9')).toMatchObject({ code: 'exchange.contract-not-found' })
})
