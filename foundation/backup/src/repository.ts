import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { MasterKey } from '@tereze/foundation-keys'
import { seal, unseal } from './sealed-stream.ts'

/** There is no backup where one was looked for, or nothing that could be made into one. */
export class BackupMissing extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'BackupMissing'
  }
}

/** A folder of sealed files under one key, which the master key wraps. */
export interface Repository {
  /** Names of what lies in a folder of it, without their ending; none when there is no such folder. */
  list(folder: string): Promise<string[]>
  has(name: string): Promise<boolean>
  /** Bytes of a sealed file. */
  size(name: string): Promise<number>
  /** Seals a stream under a name; it stands there only when it is whole and on the disk. */
  write(name: string, source: AsyncIterable<Uint8Array>): Promise<void>
  /** Opens what stands under a name. @throws BackupDamaged */
  read(name: string): AsyncIterable<Uint8Array>
  remove(name: string): Promise<void>
  /** What a name that tells something is written as. */
  hidden(name: string): string
}

const ending = '.sealed'

interface Card {
  readonly format: 1
  readonly id: string
  readonly master: string
  /** The key of the repository, wrapped by the master key, base64. */
  readonly key: string
}

async function onDisk(path: string, source: AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomUUID()}.part`
  const handle = await open(draft, 'wx', 0o600)
  try {
    for await (const part of source) await handle.writeFile(part)
    await handle.sync()
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  } finally {
    await handle.close()
  }
  await rename(draft, path)
  const folder = await open(dirname(path), 'r')
  await folder.sync().finally(() => folder.close())
}

/** A text as a stream. */
export async function* oneText(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text)
}

/** A stream as a text. */
export async function wholeText(source: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts).toString()
}

async function readCard(path: string): Promise<Card | null> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  return text === null ? null : (JSON.parse(text) as Card)
}

async function makeCard(path: string, master: MasterKey): Promise<Card> {
  const id = randomUUID()
  const wrapped = await master.wrap(randomBytes(32), `backup/${id}`)
  const card: Card = { format: 1, id, master: master.id, key: Buffer.from(wrapped).toString('base64') }
  await onDisk(path, oneText(`${JSON.stringify(card)}\n`))
  return card
}

/**
 * Opens a repository of backups.
 * @param options.make makes one where there is none.
 * @throws BackupMissing when there is none. @throws MasterKeyWrong when another master key wrapped its key.
 */
export async function openRepository(
  folder: string,
  master: MasterKey,
  options: { make: boolean },
): Promise<Repository> {
  const path = join(folder, 'repository.json')
  const card = (await readCard(path)) ?? (options.make ? await makeCard(path, master) : null)
  if (card === null) throw new BackupMissing(`there is no backup in ${folder}`)
  const key = await master.unwrap(Buffer.from(card.key, 'base64'), `backup/${card.id}`)
  const place = (name: string) => join(folder, `${name}${ending}`)
  return {
    async list(within) {
      const names = await readdir(join(folder, within)).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
        throw error
      })
      return names
        .filter(name => name.endsWith(ending))
        .map(name => name.slice(0, -ending.length))
        .sort()
    },
    has: name =>
      stat(place(name)).then(
        () => true,
        () => false,
      ),
    size: async name => (await stat(place(name))).size,
    write: (name, source) => onDisk(place(name), seal(key, name, source)),
    read: name => unseal(key, name, createReadStream(place(name), { highWaterMark: 1 << 18 })),
    remove: name => rm(place(name), { force: true }),
    hidden: name => createHmac('sha256', key).update(`name ${name}`).digest('hex'),
  }
}

/** Wraps the key of a repository anew, after the master key was changed. @throws MasterKeyWrong when `before` did not wrap it. */
export async function rewrapRepository(folder: string, before: MasterKey, after: MasterKey): Promise<void> {
  const path = join(folder, 'repository.json')
  const card = await readCard(path)
  if (card === null) throw new BackupMissing(`there is no backup in ${folder}`)
  const key = await before.unwrap(Buffer.from(card.key, 'base64'), `backup/${card.id}`)
  const wrapped = Buffer.from(await after.wrap(key, `backup/${card.id}`)).toString('base64')
  const changed: Card = { ...card, master: after.id, key: wrapped }
  await onDisk(path, oneText(`${JSON.stringify(changed)}\n`))
}
