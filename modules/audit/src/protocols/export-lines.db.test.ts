import { official } from '@tereze/foundation-testing'
import type { ProtocolReply, Refused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { auditPlatform } from '../audit-platform.fixture.ts'
import { exportLinesHandler } from './export-lines.ts'

const platform = await auditPlatform()
const officer = official({ roles: ['security-officer'] })

function ask(query: string, organisation = 'social-protection'): Promise<ProtocolReply | Refused> {
  return exportLinesHandler.respond(
    {
      method: 'GET',
      url: new URL(`http://tests.localhost/audit/${organisation}/export${query}`),
      params: { organisation },
      headers: {},
      cookies: {},
      body: new Uint8Array(),
    },
    {
      ...platform.runner.surroundings(officer, 'request-1', null),
      origin: 'http://tests.localhost',
      call: (definition, input, options) => platform.runner.call(definition, input, options?.actor ?? officer),
    },
  )
}

async function textOf(reply: ProtocolReply | Refused): Promise<string> {
  if (!('body' in reply) || typeof reply.body !== 'object' || !(Symbol.asyncIterator in reply.body))
    throw new Error('no stream')
  const parts: Uint8Array[] = []
  for await (const part of reply.body) parts.push(part)
  return Buffer.concat(parts).toString()
}

test('the log comes page by page from a place on, up to where it is sealed, and says where to go on', async () => {
  await platform.append(...Array.from({ length: 1203 }, () => platform.newLine()))
  await platform.sealed(1203)
  const whole = await ask('?format=ecs')
  expect(whole).toMatchObject({ status: 200, headers: { 'tereze-next': '1203' } })
  const places = (await textOf(whole))
    .trimEnd()
    .split('\n')
    .map(text => JSON.parse(text).event.sequence)
  expect(places).toEqual(Array.from({ length: 1203 }, (_, n) => n))
  const rest = await textOf(await ask('?format=cef&since=1202'))
  expect(rest).toMatch(/^CEF:0\|.* cn2=1202\n$/)
  const nothing = await ask('?since=1203')
  expect([nothing, await textOf(nothing)]).toMatchObject([{ headers: { 'tereze-next': '1203' } }, ''])
})

test.each([
  ['?format=xml', undefined, '/format'],
  ['?since=-1', undefined, '/since'],
  ['', '../x', '/since'],
])('%s of %s is refused', async (query, organisation, pointer) => {
  expect(await ask(query, organisation)).toMatchObject({ code: 'audit.export-unfit', pointer })
})
