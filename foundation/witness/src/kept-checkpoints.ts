import { createHash } from 'node:crypto'
import { mkdir, open, readFile, truncate } from 'node:fs/promises'
import { join } from 'node:path'

/** What a witness keeps of each log: every note that it cosigned, and what it refused although the log had signed it. */
export interface KeptCheckpoints {
  /** The newest cosigned note of a log; null when there is none. */
  newest(origin: string): Promise<string | null>
  /** Keeps a cosigned note; returns only after it would survive a power cut. */
  keep(origin: string, note: string): Promise<void>
  /** Keeps a note that was signed and refused: together with a cosigned one it proves two histories. */
  keepRefused(origin: string, note: string): Promise<void>
}

/** Refused notes of one log are kept up to this; the first ones are the proof. */
const mostRefusedBytes = 4_000_000

async function readOrNothing(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
}

async function append(folder: string, path: string, note: string, most = Number.POSITIVE_INFINITY): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const handle = await open(path, 'a', 0o600)
  try {
    if ((await handle.stat()).size > most) return
    await handle.writeFile(`${JSON.stringify(note)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Notes in a folder, one file of JSON lines for each log. One process a folder. */
export function keptInFolder(folder: string): KeptCheckpoints {
  const known = new Map<string, string | null>()
  const pathOf = (origin: string, kind: string) =>
    join(folder, `${createHash('sha256').update(origin).digest('hex')}.${kind}`)

  /** What a power cut left of a line was never cosigned: it is cut off, so that the next one begins a line. */
  async function read(origin: string): Promise<string | null> {
    const path = pathOf(origin, 'cosigned')
    const text = await readOrNothing(path)
    const end = text.lastIndexOf('\n') + 1
    if (end < text.length) await truncate(path, Buffer.byteLength(text.slice(0, end)))
    const last = text.slice(0, end).split('\n').at(-2)
    return last === undefined ? null : (JSON.parse(last) as string)
  }

  return {
    async newest(origin) {
      const found = known.get(origin)
      if (found !== undefined) return found
      const note = await read(origin)
      known.set(origin, note)
      return note
    },
    async keep(origin, note) {
      await append(folder, pathOf(origin, 'cosigned'), note)
      known.set(origin, note)
    },
    keepRefused: (origin, note) => append(folder, pathOf(origin, 'refused'), note, mostRefusedBytes),
  }
}
