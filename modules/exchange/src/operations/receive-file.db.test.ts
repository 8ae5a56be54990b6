import { expect, it } from 'vitest'
import { filesPlatform } from '../files-platform.fixture.ts'

const platform = await filesPlatform()

it('takes what was signed of a file under the access of its message, and tells which parts are missing', async () => {
  const { announce, manifest } = platform
  expect(await announce(manifest(1))).toMatchObject({ state: 'uploading', missing: [1, 2, 3] })
  const { file, parts } = manifest(1)
  const wrong = [
    [{ file, size: 140_000 }, 'exchange.file-id-reused'],
    [{ mediaType: 'image/png' }, 'exchange.file-type-not-taken'],
    [{ size: 3_000_000_000 }, 'exchange.file-too-large'],
    [{ parts: parts.slice(1) }, 'exchange.file-cut-wrong'],
    [{ purpose: 'curiosity' }, 'exchange.access-not-granted'],
    [{ contract: 'civil-registry.birth-notification@1' }, 'exchange.files-not-taken'],
    [{ contract: 'civil-registry.nothing@1' }, 'exchange.contract-not-found'],
    [{ name: '../secret' }, 'exchange.message-malformed'],
    [{ system: 'another-system' }, 'exchange.signature-invalid'],
    [{ time: '2026-03-01T04:00:00.000Z' }, 'exchange.message-stale'],
  ] as const
  for (const [more, code] of wrong)
    expect(await announce(manifest(2, more as Parameters<typeof manifest>[1])), code).toMatchObject({ code })
})

it('waits for a hundred files of one member and no more', async () => {
  for (let number = 2; number <= 100; number++) await platform.announce(platform.manifest(number))
  expect(await platform.announce(platform.manifest(101))).toMatchObject({ code: 'exchange.files-too-many' })
})
