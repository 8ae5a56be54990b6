import { system } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { expectPart } from '../contract/index.ts'
import { filesPlatform, receiver, sender } from '../files-platform.fixture.ts'

const platform = await filesPlatform()

it('tells hash and size of each part, the rest too, and which is there', async () => {
  const { file, parts } = await platform.bring(1, 2)
  const ask = (part: number, organisation = receiver) =>
    platform.run(expectPart, { organisation, file, part }, system({ organisation: sender }))
  expect(await ask(2)).toEqual({ sha256: parts[1], size: 65_536, kept: true })
  expect(await ask(3)).toEqual({ sha256: parts[2], size: 150_000 - 2 * 65_536, kept: false })
  expect(await ask(4)).toMatchObject({ code: 'exchange.file-not-found' })
  expect(await ask(1, sender)).toMatchObject({ code: 'exchange.file-not-found' })
})
