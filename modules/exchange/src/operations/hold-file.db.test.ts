import { official, system } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { holdFile, openFile } from '../contract/index.ts'
import { filesPlatform, receiver, sender } from '../files-platform.fixture.ts'
import { forgetFiles } from '../jobs/forget-files.ts'

const platform = await filesPlatform()

it('keeps a checked file that came beyond its term, and no other', async () => {
  const whole = await platform.bring(1)
  const half = await platform.bring(2, 1)
  const hold = (file: string, organisation = receiver) =>
    platform.run(holdFile, { organisation, file, holder: 'case/1' }, system({ organisation }))
  const held = { name: whole.name, size: whole.size, sha256: whole.sha256, virusCheck: 'unchecked' }
  expect(await hold(whole.file)).toMatchObject(held)
  expect(await hold(whole.file)).toMatchObject(held)
  expect(await hold(half.file)).toMatchObject({ code: 'exchange.file-awaited' })
  expect(await hold(whole.file, sender)).toMatchObject({ code: 'exchange.file-not-found', pointer: '/file' })
  platform.clock.advance({ days: 400 })
  await forgetFiles.run(platform.runner.jobContext(forgetFiles.name))
  const open = (file: string) =>
    platform.run(openFile, { organisation: receiver, file }, official({ organisation: receiver, roles: ['registrar'] }))
  expect(await open(whole.file)).toMatchObject({ sha256: whole.sha256 })
  expect(await open(half.file)).toMatchObject({ code: 'exchange.file-expired' })
  expect(await hold(half.file)).toMatchObject({ code: 'exchange.file-expired' })
})
