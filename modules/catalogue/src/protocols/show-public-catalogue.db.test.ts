import { bind, type ProtocolContext } from '@tereze/foundation-operations'
import { testPlatform } from '@tereze/foundation-testing'
import { anonymous, isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { packages } from '../contract/index.ts'
import { openedContent } from '../demo-content.fixture.ts'
import { catalogue } from '../index.ts'
import { showPublicCatalogueHandler } from './show-public-catalogue.ts'

const platform = await testPlatform({ modules: [catalogue], bindings: [bind(packages, openedContent())] })
const context: ProtocolContext = {
  ...platform.runner.surroundings(anonymous(), 'correlation', null),
  origin: 'https://services.example',
  call: (definition, input, options) => platform.runner.call(definition, input, options?.actor ?? anonymous()),
}
const show = (headers: Record<string, string>) =>
  showPublicCatalogueHandler.respond(
    {
      method: 'GET',
      url: new URL('https://services.example/catalogue/public'),
      params: {},
      headers,
      cookies: {},
      body: new Uint8Array(),
    },
    context,
  )

test('anybody gets the catalogue in the format that they take', async () => {
  const [turtle, json] = [await show({ accept: 'text/turtle' }), await show({})]
  if (isRefused(turtle) || isRefused(json)) throw new Error('refused')
  expect(turtle.headers['content-type']).toBe('text/turtle; charset=utf-8')
  expect(turtle.body).toContain('<urn:tereze:service:birth-certificate> a cpsv:PublicService')
  expect(json.headers).toMatchObject({ 'content-type': 'application/ld+json; charset=utf-8', vary: 'accept' })
  expect(JSON.parse(String(json.body))).toContainEqual(
    expect.objectContaining({ '@id': 'urn:tereze:register:people', '@type': ['http://www.w3.org/ns/dcat#Dataset'] }),
  )
})

test('and is told when it is written in neither', async () =>
  expect(await show({ accept: 'text/html' })).toMatchObject({ code: 'catalogue.format-not-acceptable' }))
