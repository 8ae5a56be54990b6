import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newSigningPair } from '@tereze/foundation-keys'
import { expect, it } from 'vitest'
import { readReleaseKeys } from './release-keys.ts'

it('takes a set of public keys, and neither private ones nor a file without any', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tereze-keys-'))
  const file = join(folder, 'keys.json')
  const { publicJwk, privateJwk } = await newSigningPair()
  const keep = (value: unknown) => writeFile(file, JSON.stringify(value))
  expect(await readReleaseKeys(null)).toBeNull()
  await keep({ keys: [publicJwk] })
  expect(await readReleaseKeys(file)).toEqual([publicJwk])
  for (const wrong of [{ keys: [privateJwk] }, { keys: [] }, [publicJwk], 'text']) {
    await keep(wrong)
    await expect(readReleaseKeys(file)).rejects.toThrow('TEREZE_RELEASE_KEYS')
  }
  await rm(folder, { recursive: true })
  await expect(readReleaseKeys(file)).rejects.toThrow('TEREZE_RELEASE_KEYS')
})
