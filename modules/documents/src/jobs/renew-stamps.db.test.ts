import { rows, sql } from '@tereze/foundation-database'
import { fileStore } from '@tereze/foundation-files'
import type { ProtocolContext } from '@tereze/foundation-operations'
import { anonymous, isRefused } from '@tereze/operation'
import { checkSignedFile } from '@tereze/signatures'
import { expect, it } from 'vitest'
import { documentsPlatform, mother } from '../platform.fixture.ts'
import { showDocumentHandler } from '../protocols/show-document.ts'
import { renewStamps } from './renew-stamps.ts'

const platform = await documentsPlatform()
const { clock, runner } = platform

function contextOf(actor = mother): ProtocolContext {
  return {
    ...runner.surroundings(actor, 'correlation', null),
    origin: 'https://services.example',
    call: (definition, input, options) => runner.call(definition, input, options?.actor ?? actor),
  }
}

async function fileOf(document: string): Promise<Buffer> {
  const reply = await showDocumentHandler.respond(
    {
      method: 'GET',
      url: new URL('https://services.example/'),
      params: { document },
      headers: {},
      cookies: {},
      body: new Uint8Array(),
    },
    contextOf(),
  )
  if (isRefused(reply)) throw new Error(reply.code)
  return Buffer.from(reply.body as Uint8Array)
}

const stampsIn = (pdf: Buffer) => pdf.toString('latin1').split('/Type /DocTimeStamp').length - 1
const run = () => renewStamps.run(runner.jobContext('documents.renew-stamps'))
const renewals = (document: string) =>
  rows(
    platform.database,
    sql<{
      renewAt: Date | null
      picture: string
    }>`select renew_at as "renewAt", picture from documents.documents where id = ${document}`,
  )

it('reads out of a file that was kept before when it is due, and leaves alone what is lost or has no stamp', async () => {
  const { document } = await platform.issue({ key: 'kept before' })
  await fileOf(document)
  const [kept] = await renewals(document)
  const touch = (picture: string) =>
    platform.database.transaction('civil-registry', tx =>
      rows(
        tx,
        sql`update documents.documents set renew_at = ${clock.now()}, picture = ${picture} where id = ${document} returning id`,
      ),
    )
  await touch(kept?.picture ?? '')
  expect(await run()).toBe(1)
  expect((await renewals(document))[0]).toEqual(kept)

  const bare = await runner.jobContext('test').ports.get(fileStore).write(Buffer.from('%PDF-1.7 without any stamp'))
  if (!('hash' in bare)) throw new Error('it is small')
  for (const picture of [bare.hash, 'f'.repeat(64)]) {
    await touch(picture)
    expect(await run()).toBe(1)
    expect(await renewals(document)).toEqual([{ renewAt: null, picture }])
  }
})

it('stamps the file of a document again before its stamp ends, and changes no byte of what was there', async () => {
  const { document } = await platform.issue()
  const first = await fileOf(document)
  expect(stampsIn(first)).toBe(1)
  expect(await run()).toBe(0)

  clock.advance({ days: 3650 - 181 })
  expect(await run()).toBe(0)
  clock.advance({ days: 2 })
  expect(await run()).toBe(1)
  const second = await fileOf(document)
  expect(Buffer.compare(second.subarray(0, first.length), first)).toBe(0)
  expect(stampsIn(second)).toBe(2)
  const { signatures } = await checkSignedFile({ ...contextOf(), actor: anonymous() }, { file: second, content: null })
  expect(signatures.map(({ verdict, covers }) => [verdict, covers])).toEqual([
    ['valid', 'whole'],
    ['valid', 'whole'],
    ['valid', 'whole'],
  ])

  // The clock's own certificate ends when it did: nothing better is to be had today.
  expect(await run()).toBe(0)
  clock.advance({ days: 31 })
  expect(await run()).toBe(1)
  expect(stampsIn(await fileOf(document))).toBe(3)
})
