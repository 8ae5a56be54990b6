import { createHash } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { DraftFile, DraftId, DraftKind, PackageId } from '@tereze/studio/contract'
import { type Static, Type } from 'typebox'
import { Check } from 'typebox/value'
import { NotPossible } from '../command.ts'
import type { KnownFile } from './decide-exchange.ts'

/** Where a folder remembers the draft that it is a copy of. Like all hidden files it is no part of the package. */
export const noteFile = '.draft.json'

/** What a folder remembers: of which draft on which platform it is a copy, and as what each file was read. */
export const Note = Type.Object({
  server: Type.String(),
  organisation: Type.String(),
  draft: DraftId,
  kind: DraftKind,
  package: PackageId,
  revision: Type.Integer({ minimum: 1 }),
  files: Type.Record(Type.String(), Type.Object({ revision: DraftFile.properties.revision, sha256: Type.String() })),
})
/** What a folder remembers of its draft. */
export type Note = Static<typeof Note>

/** SHA-256 of a text in hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Files of a folder by path, without the note and without hidden folders; what was generated stands in a hidden file of the package. */
export async function readWorking(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(path => path !== noteFile && (path === '.generated.json' || !/(^|\/)\./.test(path)))
    .sort()
  return new Map(
    await Promise.all(paths.map(async path => [path, await readFile(join(folder, path), 'utf8')] as const)),
  )
}

/** What the folder remembers; null where it is no copy of a draft. @throws NotPossible when the note cannot be read. */
export async function readNote(folder: string): Promise<Note | null> {
  const text = await readFile(join(folder, noteFile), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  const broken = () =>
    new NotPossible(`${join(folder, noteFile)} cannot be read`, 'Remove it and pull the draft into an empty folder.')
  let note: unknown
  try {
    note = JSON.parse(text)
  } catch {
    throw broken()
  }
  if (!Check(Note, note)) throw broken()
  return note
}

/** The note of a folder that must be a copy of a draft. @throws NotPossible */
export async function mustNote(folder: string): Promise<Note> {
  const note = await readNote(folder)
  if (note !== null) return note
  throw new NotPossible(`${folder} is no copy of a draft`, 'Run: tereze pull KIND/ID FOLDER')
}

/** Writes the note. */
export async function writeNote(folder: string, note: Note): Promise<void> {
  await writeFile(join(folder, noteFile), `${JSON.stringify(note, null, 2)}\n`)
}

/** Whether a path is one that packages have: inside the folder, and no hidden file, under whatever name a disk would take it for one. */
const isInside = (path: string) =>
  path === '.generated.json' || path.split('/').every(part => /^[a-zA-Z0-9][a-zA-Z0-9._-]{0,99}$/.test(part))

/** The first link on the way from the folder to a file, or null: what lies behind it is no part of the folder. */
async function findLink(folder: string, path: string): Promise<string | null> {
  const parts = path.split('/')
  for (let count = 1; count <= parts.length; count++) {
    const place = parts.slice(0, count).join('/')
    const found = await lstat(join(folder, place)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
    if (found === null) return null
    if (found.isSymbolicLink()) return place
  }
  return null
}

/** Writes files exactly as they are; null removes one. @throws NotPossible for a path that leaves the folder, itself or by a link; nothing is written then. */
export async function writeWorking(folder: string, files: ReadonlyMap<string, string | null>): Promise<void> {
  const outside = [...files.keys()].find(path => !isInside(path))
  if (outside !== undefined)
    throw new NotPossible(`the platform gave a file "${outside}" that lies in no package`, 'Do not trust it.')
  for (const path of [noteFile, ...files.keys()]) {
    const link = await findLink(folder, path)
    if (link !== null)
      throw new NotPossible(
        `${join(folder, link)} is a link, and what lies behind it is no part of the package`,
        'Nothing was written. Remove the link, or pull into an empty folder.',
      )
  }
  await mkdir(folder, { recursive: true })
  for (const [path, text] of files) {
    const place = join(folder, path)
    if (text === null) await rm(place, { force: true })
    else {
      await mkdir(dirname(place), { recursive: true })
      await writeFile(place, text)
    }
  }
}

/** Files as they were read, by the hash of their text. */
export function knownOf(note: Note | null): ReadonlyMap<string, KnownFile> {
  return new Map(Object.entries(note?.files ?? {}))
}
