import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { FileDamaged, type FileHash, type Files, type FileTooLarge, isFileHash, type StoredFile } from './port.ts'

async function synchroniseFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

async function* asStream(bytes: Uint8Array | AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  if (bytes instanceof Uint8Array) yield bytes
  else yield* bytes
}

async function fill(handle: FileHandle, bytes: AsyncIterable<Uint8Array>, limit: number): Promise<StoredFile | null> {
  const digest = createHash('sha256')
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.byteLength
    if (size > limit) return null
    digest.update(chunk)
    await handle.writeFile(chunk)
  }
  await handle.sync()
  return { hash: digest.digest('hex'), size }
}

async function* verified(chunks: AsyncIterable<Uint8Array>, hash: FileHash): AsyncIterable<Uint8Array> {
  const digest = createHash('sha256')
  let held: Uint8Array | null = null
  for await (const chunk of chunks) {
    digest.update(chunk)
    if (held !== null) yield held
    held = chunk
  }
  if (digest.digest('hex') !== hash) throw new FileDamaged(hash)
  if (held !== null) yield held
}

/**
 * Blobs in a folder of this machine: `blobs/ab/cd/<hash>`; unfinished ones in `unfinished/`.
 * Several processes may share the folder.
 */
export function diskFiles(options: { folder: string }): Files {
  const unfinished = join(options.folder, 'unfinished')
  const shelf = (hash: FileHash) => join(options.folder, 'blobs', hash.slice(0, 2), hash.slice(2, 4))
  const place = (hash: FileHash) => {
    if (!isFileHash(hash)) throw new Error('not the hash of a file')
    return join(shelf(hash), hash)
  }
  const has = async (hash: FileHash) =>
    access(place(hash)).then(
      () => true,
      () => false,
    )

  async function keep(temporary: string, stored: StoredFile): Promise<void> {
    const folder = shelf(stored.hash)
    const made = await mkdir(folder, { recursive: true })
    await rename(temporary, place(stored.hash))
    await synchroniseFolder(folder)
    if (made !== undefined) {
      await synchroniseFolder(join(folder, '..'))
      await synchroniseFolder(join(folder, '..', '..'))
    }
  }

  async function write(
    bytes: Uint8Array | AsyncIterable<Uint8Array>,
    { limit = Number.POSITIVE_INFINITY }: { readonly limit?: number } = {},
  ): Promise<StoredFile | FileTooLarge> {
    await mkdir(unfinished, { recursive: true })
    const temporary = join(unfinished, randomUUID())
    const handle = await open(temporary, 'wx', 0o600)
    try {
      const stored = await fill(handle, asStream(bytes), limit).finally(() => handle.close())
      if (stored === null) return { tooLarge: true, limit }
      await keep(temporary, stored)
      return stored
    } finally {
      await rm(temporary, { force: true })
    }
  }

  async function find(hash: FileHash): Promise<Uint8Array | null> {
    const bytes = await readFile(place(hash)).catch((error: unknown) => {
      if (isAbsent(error)) return null
      throw error
    })
    if (bytes !== null && createHash('sha256').update(bytes).digest('hex') !== hash) throw new FileDamaged(hash)
    return bytes
  }

  return {
    write,
    find,
    has,
    async open(hash) {
      return (await has(hash)) ? verified(createReadStream(place(hash)), hash) : null
    },
    async remove(hash) {
      try {
        await rm(place(hash))
        return true
      } catch (error) {
        if (isAbsent(error)) return false
        throw error
      }
    },
  }
}
