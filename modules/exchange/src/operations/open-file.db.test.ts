import { official } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { openFile } from '../contract/index.ts'
import { filesPlatform, receiver, sender } from '../files-platform.fixture.ts'

const platform = await filesPlatform()

it('opens a checked file of the own organisation, and no other', async () => {
  const whole = await platform.bring(1)
  const half = await platform.bring(2, 1)
  const open = (file: string, organisation = receiver) =>
    platform.run(openFile, { organisation, file }, official({ organisation, roles: ['registrar'] }))
  const opened = await open(whole.file)
  expect(opened).toMatchObject({ name: whole.name, mediaType: whole.mediaType, size: whole.size, sha256: whole.sha256 })
  const blobs = 'blobs' in opened ? opened.blobs : []
  const bytes = await Promise.all(blobs.map(blob => platform.blobs.find(blob)))
  expect(Buffer.concat(bytes.map(part => part ?? new Uint8Array()))).toHaveLength(150_000)
  expect(await open(half.file)).toMatchObject({ code: 'exchange.file-awaited' })
  expect(await open(whole.file, sender)).toMatchObject({ code: 'exchange.file-not-found' })
  platform.clock.advance({ days: 8 })
  expect(await open(whole.file)).toMatchObject({ code: 'exchange.file-expired' })
})
