import { createHash } from 'node:crypto'
import { sealedBlobStore } from '@tereze/foundation-files'
import { official, system } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { beginFile, getAsked, keepPart, openFile, readMessage, sendMessage } from '../contract/index.ts'
import { exchangePlatform } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const organisation = 'social-protection'
const head = official({ organisation, roles: ['head'] })
const contract = 'civil-registry.paper-acts@1'
const purpose = 'case-handling'
const message = '01960000-0000-7000-8000-0000000c0001'
const scan = Buffer.from('%PDF-1.7 a paper certificate')
const file = {
  file: '01960000-0000-7000-8000-0000000c0002',
  ...{ name: 'certificate.pdf', mediaType: 'application/pdf', size: scan.byteLength },
  sha256: createHash('sha256').update(scan).digest('hex'),
}
const must = <T extends object>(outcome: T): Exclude<T, { readonly is: unknown }> => {
  if (isRefused(outcome)) throw new Error(`${outcome.code} ${JSON.stringify(outcome.also)}`)
  return outcome as Exclude<T, { readonly is: unknown }>
}
const asked = async () => must(await platform.run(getAsked, { organisation, message }, head))

it('tells how a message with a file stands until its answer came with a file of its own, which is opened', async () => {
  const part = createHash('sha256').update(scan).digest('base64url')
  must(
    await platform.run(
      beginFile,
      { organisation, contract, purpose, ...file, partSize: 1_048_576, parts: [part] },
      head,
    ),
  )
  const body = { year: 1987, region: 'north' }
  const sent = { organisation, message, contract, purpose, ground: 'act:public-services/14', files: [file.file], body }
  must(await platform.run(sendMessage, sent, head))
  expect(await asked()).toMatchObject({ state: 'waiting', files: [{ ...file, state: 'uploading' }], answerFiles: [] })
  const blob = await platform.runner.jobContext('test').ports.get(sealedBlobStore).write(scan)
  const at = { organisation, file: file.file, part: 1, sha256: part, blob }
  must(await platform.run(keepPart, at, system({ organisation })))
  for (let count = 0; count < 5; count++) {
    await platform.settle()
    platform.clock.advance({ seconds: 20 })
  }
  const over = await asked()
  expect(over).toMatchObject({
    ...{ state: 'answered', code: null, files: [{ ...file, state: 'delivered' }] },
    answerFiles: [{ name: 'receipt.pdf', mediaType: 'application/pdf', state: 'ready' }],
  })
  const receipt = { organisation, file: over.answerFiles[0]?.file ?? '' }
  expect(await platform.run(openFile, receipt, head)).toMatchObject({ name: 'receipt.pdf' })
  // The hash of the file is in what was signed.
  const log = { organisation, message, direction: 'sent' as const, reason: 'a test' }
  expect(must(await platform.run(readMessage, log, head)).said).toMatchObject({ files: [file], body })
})

it('knows no message of others, nor one that was not sent', async () => {
  const other = { organisation: 'health', message }
  expect(await platform.run(getAsked, other, official({ organisation: 'health', roles: ['head'] }))).toMatchObject({
    code: 'exchange.message-not-found',
  })
})
