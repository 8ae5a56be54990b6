import { createReadStream } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Repository } from './repository.ts'

const segmentPattern = /^[0-9A-F]{24}$/
const archivedPattern = /^([0-9A-F]{24}|[0-9A-F]{24}\.[0-9A-F]{8}\.backup|[0-9A-F]{8}\.history)$/
const segmentsPerLog = 0x100

/** Name of the segment after one: timeline, log, segment, eight hexadecimal digits each (segments of 16 MiB). */
export function nextSegment(name: string): string {
  const place = Number.parseInt(name.slice(8, 16), 16) * segmentsPerLog + Number.parseInt(name.slice(16), 16) + 1
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(8, '0')
  return `${name.slice(0, 8)}${hex(Math.floor(place / segmentsPerLog))}${hex(place % segmentsPerLog)}`
}

/** Segments that are missing between the first one that is needed and the last one that is there. */
export function missingSegments(names: readonly string[], from: string): string[] {
  const there = new Set(names.filter(name => segmentPattern.test(name)))
  const last =
    [...there]
      .filter(name => name.slice(0, 8) === from.slice(0, 8))
      .sort()
      .at(-1) ?? from
  const missing: string[] = []
  for (let name = from; name <= last; name = nextSegment(name)) if (!there.has(name)) missing.push(name)
  return missing
}

/** Takes what a server has archived into the repository, and away from the server; returns how many pieces. */
export async function takeArchive(archive: string, repository: Repository): Promise<number> {
  const names = await readdir(archive).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  const finished = names.filter(name => archivedPattern.test(name)).sort()
  for (const name of finished) {
    await repository.write(`wal/${name}`, createReadStream(join(archive, name)))
    await rm(join(archive, name), { force: true })
  }
  return finished.length
}
