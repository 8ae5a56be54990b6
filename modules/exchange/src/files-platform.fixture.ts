/** What operations on files need and no more: a ward with its key, the contract that takes its scans, a store. Starts quicker than the whole exchange. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createPackageSet, openPackage, readContent } from '@tereze/catalogue'
import { packages } from '@tereze/catalogue/contract'
import { diskFiles, noVirusCheck, sealedBlobStore, sealedBlobs, virusCheck } from '@tereze/foundation-files'
import { createKeys, keyring, keysMigrations, localMasterKey, newSigningPair, signerOf } from '@tereze/foundation-keys'
import { bind } from '@tereze/foundation-operations'
import { fixedClock, official, system, testPlatform } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { afterAll } from 'vitest'
import {
  beginFile,
  type FileManifest,
  type FileStanding,
  fileType,
  keepPart,
  receiveFile,
  registerKey,
  type SentFile,
} from './contract/index.ts'
import { exchange } from './index.ts'
import { largeFile, manifestOf } from './large-file.fixture.ts'
import { clientTokenType } from './rules/client-token.ts'

/** Who sends and who receives in the tests of files. */
export const sender = 'maternity-ward-north'
/** Who receives. */
export const receiver = 'civil-registry'
const content = fileURLToPath(new URL('../../../content', import.meta.url))

/** A platform with the exchange alone. */
export async function filesPlatform() {
  const set = createPackageSet()
  for (const pack of await readContent(content)) {
    const opened = openPackage(pack)
    if (['organisation', 'contract', 'jurisdiction'].includes(opened.kind)) set.add(opened)
  }
  const clock = fixedClock()
  const master = localMasterKey(new Uint8Array(32).fill(1))
  const folder = await mkdtemp(join(tmpdir(), 'exchange-files-'))
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  const blobs = sealedBlobs({ files: diskFiles({ folder }), master })
  const platform = await testPlatform({
    modules: [exchange],
    migrations: [keysMigrations],
    clock,
    bindings: [
      bind(packages, set),
      bind(keyring, createKeys({ master, now: clock.now })),
      bind(sealedBlobStore, blobs),
      bind(virusCheck, noVirusCheck()),
    ],
  })
  const newSystem = async (organisation: string, name: string) => {
    const pair = await newSigningPair()
    const jwk = pair.publicJwk as Record<string, unknown>
    await platform.run(registerKey, { organisation, system: name, jwk }, system({ organisation }))
    return signerOf(pair.privateJwk)
  }
  const ward = await newSystem(sender, 'maternity-information-system')
  const registry = await newSystem(receiver, 'civil-register')
  const member = system({ organisation: sender })
  const announce = async (manifest: FileManifest) =>
    platform.run(
      receiveFile,
      { manifest: await ward.sign(JSON.stringify(manifest), fileType), provider: receiver },
      member,
    )
  const keep = async (organisation: string, file: string, part: number, bytes: Uint8Array, sha256: string) =>
    platform.run(keepPart, { organisation, file, part, sha256, blob: await blobs.write(bytes) }, member)
  const scan = largeFile(150_000, 65_536)
  const must = <T extends object>(value: T | { code: string }): T => {
    if (isRefused(value)) throw new Error(value.code)
    return value as T
  }
  return Object.assign(platform, {
    blobs,
    scan,
    announce,
    keep,
    /** A short-lived token of the registry's own system. */
    token: (audience: string, seconds = 200) =>
      registry.sign(
        JSON.stringify({ iss: receiver, aud: audience, exp: Math.floor(clock.now().getTime() / 1000) + seconds }),
        clientTokenType,
      ),
    manifest: (number: number, more: Partial<FileManifest> = {}): FileManifest => ({
      ...manifestOf(scan, number, clock.now().toISOString()),
      ...more,
    }),
    /** Brings a file, whole unless told, to the registry; checks it. */
    async bring(number: number, parts = scan.count): Promise<FileManifest> {
      const manifest = manifestOf(scan, number, clock.now().toISOString())
      must<FileStanding>((await announce(manifest)) as FileStanding)
      for (let part = 1; part <= parts; part++)
        must(await keep(receiver, manifest.file, part, scan.part(part), scan.parts[part - 1] ?? ''))
      for (const job of exchange.jobs)
        if (job.name === 'exchange.check-files') await job.run(platform.runner.jobContext(job.name))
      return manifest
    },
    begin(number: number, more: Partial<SentFile> & { contract?: string } = {}) {
      const { time: _, consumer: __, system: ___, provider: ____, ...wanted } = manifestOf(scan, number, '')
      return platform.run(
        beginFile,
        { organisation: sender, ...wanted, ...more },
        official({ organisation: sender, roles: ['integrator'] }),
      )
    },
  })
}
