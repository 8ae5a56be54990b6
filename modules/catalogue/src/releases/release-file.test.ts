import { canonicalJson, newSigningPair, signerOf } from '@tereze/foundation-keys'
import { expect, it } from 'vitest'
import { type Environment, releaseType } from '../contract/index.ts'
import { sourceOf } from '../demo-content.fixture.ts'
import { hashOf } from '../reading/read-content.ts'
import { manifestOf } from '../rules/release-manifest.ts'
import { readReleaseFile, writeReleaseFile } from './release-file.ts'

const source = sourceOf('service', 'monthly-child-benefit')
const [test, stranger] = [await newSigningPair(), await newSigningPair()]

async function fileFrom(environment: Environment, { privateJwk } = test) {
  const manifest = manifestOf(source, { environment, base: null, lock: [], publishedAt: '2026-01-01T00:00:00Z' })
  const signed = await (await signerOf(privateJwk)).sign(canonicalJson(manifest), releaseType)
  return writeReleaseFile({ ...source, signed })
}
const read = (text: string) => readReleaseFile(text, [test.publicJwk], hashOf)

it('goes out and comes in byte for byte, from a test installation that is trusted', async () => {
  expect(await read(await fileFrom('test'))).toMatchObject({
    id: source.id,
    version: source.version,
    hash: source.hash,
    files: source.files,
  })
})

it('is not taken of others, of installations that are no test, or unreadable', async () => {
  expect(await read(await fileFrom('test', stranger))).toEqual({ problem: 'release.key-unknown' })
  expect(await read(await fileFrom('development'))).toEqual({ problem: 'release.not-from-test' })
  expect(await read('{')).toEqual({ problem: 'release.unreadable' })
  expect(await read('{"format": "other"}')).toEqual({ problem: 'release.unreadable' })
  expect(() => writeReleaseFile({ ...source, signed: null })).toThrow('it is not signed')
})

it('names the file that was changed on the way', async () => {
  const file = JSON.parse(await fileFrom('test'))
  file.files['service.json'] += ' '
  await expect(read(JSON.stringify(file))).rejects.toThrow('service.json is other than what was signed')
})
