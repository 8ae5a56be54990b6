import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { cutFile, partSizeOf } from './cut-file.ts'

it('cuts a file as it is announced, with the digests of the whole and of its parts', async () => {
  const bytes = Buffer.alloc(1_048_576 + 5, 'a')
  const of = (from: number, to?: number) => createHash('sha256').update(bytes.subarray(from, to))
  expect(await cutFile(new Blob([bytes]))).toEqual({
    sha256: of(0).digest('hex'),
    partSize: 1_048_576,
    parts: [of(0, 1_048_576).digest('base64url'), of(1_048_576).digest('base64url')],
  })
})

it('makes no more parts than are taken', () => {
  expect(partSizeOf(10)).toBe(1_048_576)
  const size = 32 * 1_073_741_824
  expect(Math.ceil(size / partSizeOf(size))).toBeLessThanOrEqual(4_000)
})
