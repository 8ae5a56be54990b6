import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskFiles, FileDamaged, type Files, failingFiles, isTooLarge, type StoredFile } from './index.ts'

let folder: string
let files: Files
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tereze-files-'))
  files = diskFiles({ folder })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const bytes = (text: string) => new TextEncoder().encode(text)

async function written(content: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredFile> {
  const result = await files.write(content)
  if (isTooLarge(result)) throw new Error('too large')
  return result
}

async function* chunks(...parts: string[]) {
  for (const part of parts) yield bytes(part)
}

describe('diskFiles', () => {
  it('names a blob by its SHA-256 and gives it back', async () => {
    const stored = await written(bytes('abc'))
    expect(stored).toEqual({ hash: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', size: 3 })
    expect(Buffer.from((await files.find(stored.hash)) ?? []).toString()).toBe('abc')
  })

  it('gives the same name whether streamed or whole, in any chunks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 5 }), async parts => {
        const whole = await written(Buffer.concat(parts))
        const streamed = await written(
          (async function* () {
            yield* parts
          })(),
        )
        expect(streamed).toEqual(whole)
      }),
      { numRuns: 20 },
    )
  })

  it('keeps nothing of what is too large or breaks off', async () => {
    expect(await files.write(chunks('12345', '67890'), { limit: 8 })).toEqual({ tooLarge: true, limit: 8 })
    await expect(
      files.write(
        (async function* () {
          yield bytes('half')
          throw new Error('connection lost')
        })(),
      ),
    ).rejects.toThrow('connection lost')
    expect(await readdir(join(folder, 'unfinished'))).toEqual([])
  })

  it('never hands over damaged bytes as whole', async () => {
    const { hash } = await written(bytes('the truth'))
    await writeFile(join(folder, 'blobs', hash.slice(0, 2), hash.slice(2, 4), hash), 'a lie')
    await expect(files.find(hash)).rejects.toBeInstanceOf(FileDamaged)
    const stream = await files.open(hash)
    const got: Uint8Array[] = []
    await expect(
      (async () => {
        for await (const chunk of stream ?? []) got.push(chunk)
      })(),
    ).rejects.toBeInstanceOf(FileDamaged)
    expect(got).toEqual([])
  })

  it('tells absence, erases, and takes no path for a name', async () => {
    const { hash } = await written(bytes('gone soon'))
    expect(await files.remove(hash)).toBe(true)
    expect(await files.remove(hash)).toBe(false)
    expect([await files.has(hash), await files.find(hash), await files.open(hash)]).toEqual([false, null, null])
    await expect(files.find('../../etc/passwd')).rejects.toThrow('not the hash')
  })
})

describe('failingFiles', () => {
  it('fails in every call', async () => {
    const broken = failingFiles()
    await expect(broken.write(bytes('x'))).rejects.toThrow('unavailable')
    await expect(broken.find('0'.repeat(64))).rejects.toThrow('unavailable')
  })
})
