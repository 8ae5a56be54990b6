import { expect, it } from 'vitest'
import { filesPlatform, receiver } from '../files-platform.fixture.ts'

const platform = await filesPlatform()

it('keeps each part once, only with the hash that was signed; with the last one the file is checked', async () => {
  const { file, parts, ...rest } = await platform.bring(1, 1)
  const keep = (part: number, sha256 = parts[part - 1] ?? '') =>
    platform.keep(receiver, file, part, platform.scan.part(part), sha256)
  expect(await keep(1)).toEqual({ kept: false, missing: 2 })
  expect(await keep(2, parts[0])).toMatchObject({ code: 'exchange.file-part-wrong' })
  expect(await keep(4, parts[0])).toMatchObject({ code: 'exchange.file-not-found' })
  const both = await Promise.all([keep(2), keep(2), keep(3)])
  expect(both.filter(value => 'kept' in value && value.kept)).toHaveLength(2)
  expect(await platform.announce({ ...rest, file, parts })).toMatchObject({ state: 'checking', missing: [] })
})
