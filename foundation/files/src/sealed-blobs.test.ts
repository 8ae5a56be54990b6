import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localMasterKey } from '@tereze/foundation-keys'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diskFiles, sealedBlobs } from './index.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tereze-sealed-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('keeps pieces that only the master key opens', async () => {
  const files = diskFiles({ folder })
  const blobs = sealedBlobs({ files, master: localMasterKey(new Uint8Array(32).fill(1)) })
  const secret = Buffer.from('canary: something personal')
  const blob = await blobs.write(secret)
  expect(Buffer.from((await blobs.find(blob)) ?? [])).toEqual(secret)
  expect(await blobs.write(secret)).not.toBe(blob)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) expect(await readFile(join(entry.parentPath, entry.name), 'latin1')).not.toContain('canary')
  const stranger = sealedBlobs({ files, master: localMasterKey(new Uint8Array(32).fill(2)) })
  await expect(stranger.find(blob)).rejects.toThrow(/was not wrapped/)
  expect([await blobs.remove(blob), await blobs.find(blob), await blobs.remove(blob)]).toEqual([true, null, false])
})
