import { describe, expect, it } from 'vitest'
import { readBase64 } from './read-base64.ts'

describe('readBase64', () => {
  it.each([0, 1, 2, 3, 32_766, 32_767, 100_000])('gives %d bytes as they are', async length => {
    const bytes = Uint8Array.from({ length }, (_, place) => place % 256)
    expect(await readBase64(new Blob([bytes]))).toBe(Buffer.from(bytes).toString('base64'))
  })
})
