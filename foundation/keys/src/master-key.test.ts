import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { environmentMasterKey, failingMasterKey, fileMasterKey, MasterKeyWrong } from './index.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tereze-keys-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('environmentMasterKey', () => {
  const master = environmentMasterKey('A'.repeat(43))

  it('unwraps what it wrapped, only under the same context', async () => {
    const wrapped = await master.wrap(bytes('key'), 'civil-registry/person/person_1')
    expect(Buffer.from(await master.unwrap(wrapped, 'civil-registry/person/person_1')).toString()).toBe('key')
    await expect(master.unwrap(wrapped, 'civil-registry/person/person_2')).rejects.toBeInstanceOf(MasterKeyWrong)
    await expect(
      environmentMasterKey('B'.repeat(43)).unwrap(wrapped, 'civil-registry/person/person_1'),
    ).rejects.toBeInstanceOf(MasterKeyWrong)
  })

  it('never wraps the same bytes to the same text', async () => {
    expect(await master.wrap(bytes('key'), 'c')).not.toEqual(await master.wrap(bytes('key'), 'c'))
  })

  it('refuses a text that is not 32 bytes', () => {
    expect(() => environmentMasterKey('secret')).toThrow(/43 characters/)
  })
})

describe('fileMasterKey', () => {
  it('makes one key at the first start, however many start at once', async () => {
    const keys = await Promise.all(Array.from({ length: 5 }, () => fileMasterKey({ folder })))
    expect(new Set(keys.map(key => key.id)).size).toBe(1)
    expect((await stat(join(folder, 'master.key'))).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['master.key'])
    const text = (await readFile(join(folder, 'master.key'), 'utf8')).trim()
    expect(environmentMasterKey(text).id).toBe(keys[0]?.id)
  })

  it('refuses a file that others may read', async () => {
    await chmod(join(folder, 'master.key'), 0o644)
    await expect(fileMasterKey({ folder })).rejects.toThrow(/chmod 600/)
  })
})

describe('failingMasterKey', () => {
  it('fails', async () => {
    await expect(failingMasterKey().wrap(bytes('x'), 'c')).rejects.toThrow('unavailable')
  })
})
