import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { chmod, mkdir, open, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BackupDamaged } from './sealed-stream.ts'

/** One file or folder of a container. */
export interface Entry {
  /** Path below the root, with slashes. */
  readonly path: string
  readonly mode: number
  /** Bytes that follow; null for a folder. */
  readonly size: number | null
}

const headOf = (entry: Entry): Buffer => {
  const text = Buffer.from(JSON.stringify(entry))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  return Buffer.concat([length, text])
}

/** An entry with its content given. */
export async function* textEntry(path: string, text: string): AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(text)
  yield headOf({ path, mode: 0o600, size: bytes.length })
  yield bytes
}

/**
 * An entry of a file as it is now. A file of a running cluster may grow, shrink or go meanwhile: as many bytes are given as it had, missing
 * ones as zeros, nothing when it is gone; the write-ahead log puts it right.
 */
export async function* fileEntry(path: string, file: string): AsyncIterable<Uint8Array> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  if (handle === null) return
  try {
    const { size, mode } = await handle.stat()
    yield headOf({ path, mode: mode & 0o777, size })
    for (let at = 0; at < size; ) {
      const buffer = Buffer.alloc(Math.min(1 << 18, size - at))
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, at)
      yield bytesRead === 0 ? buffer : buffer.subarray(0, bytesRead)
      at += bytesRead === 0 ? buffer.length : bytesRead
    }
  } finally {
    await handle.close()
  }
}

/** Files and folders below a folder, folders before what is in them; paths with slashes. */
export async function* walk(root: string, skip: (path: string) => boolean, within = ''): AsyncIterable<Entry> {
  const found = await readdir(join(root, within), { withFileTypes: true })
  for (const item of found.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = within === '' ? item.name : `${within}/${item.name}`
    if (skip(path)) continue
    const known = await stat(join(root, path)).catch(() => null)
    if (known === null) continue
    if (item.isDirectory()) {
      yield { path, mode: known.mode & 0o777, size: null }
      yield* walk(root, skip, path)
    } else if (item.isFile()) yield { path, mode: known.mode & 0o777, size: known.size }
  }
}

/** An entry of a folder. */
export async function* folderEntry(path: string, mode: number): AsyncIterable<Uint8Array> {
  yield headOf({ path, mode, size: null })
}

/** Reads a stream in pieces that are asked for. */
class Reading {
  readonly #source: AsyncIterator<Uint8Array>
  #held = Buffer.alloc(0)
  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }
  /** Up to `most` bytes, at least one; null at the end. */
  async some(most: number): Promise<Buffer | null> {
    while (this.#held.length === 0) {
      const { done, value } = await this.#source.next()
      if (done) return null
      this.#held = Buffer.from(value)
    }
    const part = this.#held.subarray(0, most)
    this.#held = this.#held.subarray(part.length)
    return part
  }
  async exactly(length: number): Promise<Buffer | null> {
    const parts: Buffer[] = []
    for (let missing = length; missing > 0; ) {
      const part = await this.some(missing)
      if (part === null) return null
      parts.push(part)
      missing -= part.length
    }
    return Buffer.concat(parts)
  }
}

/**
 * Unpacks a container below a folder; each file is on the disk before the next.
 * @param told called with the bytes of each part.
 * @throws BackupDamaged when it ends in the middle or a path leads out of the folder.
 */
export async function unpack(
  source: AsyncIterable<Uint8Array>,
  root: string,
  told: (bytes: number) => void,
): Promise<void> {
  const reading = new Reading(source)
  for (let first = await reading.exactly(4); first !== null; first = await reading.exactly(4)) {
    const head = await reading.exactly(first.readUInt32BE())
    if (head === null) throw new BackupDamaged('a container')
    const { path, mode, size } = JSON.parse(head.toString()) as Entry
    if (path.split('/').includes('..') || path.startsWith('/')) throw new BackupDamaged(path)
    const target = join(root, path)
    if (size === null) {
      await mkdir(target, { recursive: true })
      await chmod(target, mode)
      continue
    }
    await mkdir(dirname(target), { recursive: true })
    const file = createWriteStream(target, { mode, flush: true })
    for (let missing = size; missing > 0; ) {
      const part = await reading.some(missing)
      if (part === null) throw new BackupDamaged(path)
      missing -= part.length
      told(part.length)
      if (!file.write(part)) await once(file, 'drain')
    }
    file.end()
    await once(file, 'close')
  }
}
