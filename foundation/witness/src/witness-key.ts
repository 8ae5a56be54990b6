import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '@tereze/foundation-keys'
import { formatVerifierKey, type NoteSigner, noteAlgorithm, noteKeyId } from '@tereze/merkle-log'

/** The key of a witness, and the text by which others know it. */
export interface WitnessKey {
  readonly signer: NoteSigner
  /** C2SP signed-note verifier key, kind 0x04. */
  readonly verifierKey: string
}

const hasCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code

/** Makes the key complete and durable before it gets its name, so that two first starts cannot make two keys. */
async function makeKeyFile(folder: string, path: string): Promise<void> {
  const draft = `${path}.${process.pid}`
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(pem)
    await handle.sync()
    await link(draft, path)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    await handle.close()
    await rm(draft, { force: true })
  }
  const made = await open(folder, 'r')
  await made.sync().finally(() => made.close())
}

async function readKeyFile(path: string): Promise<KeyObject | null> {
  const pem = await readFile(path, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  })
  return pem === null ? null : createPrivateKey(pem)
}

/**
 * The Ed25519 key in `<folder>/witness.key`, made with mode 0600 when there is none.
 * @param name of the witness, by which the keys of logs' owners know it, e.g. `witness.example`.
 * @throws Error when others may read the file.
 */
export async function fileWitnessKey(folder: string, name: string): Promise<WitnessKey> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'witness.key')
  let privateKey = await readKeyFile(path)
  if (privateKey === null) {
    await makeKeyFile(folder, path)
    privateKey = await readKeyFile(path)
  }
  if (privateKey === null) throw new Error(`${path} could not be made`)
  if (process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0)
    throw new Error(`others may read ${path}; run: chmod 600 ${path}`)
  const key = privateKey
  const publicKey = Uint8Array.from(createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32))
  const algorithm = noteAlgorithm.ed25519Witness
  return {
    signer: {
      name,
      keyId: noteKeyId(name, algorithm, publicKey, sha256),
      sign: async bytes => sign(null, bytes, key),
    },
    verifierKey: formatVerifierKey({ name, algorithm, publicKey }, sha256),
  }
}
