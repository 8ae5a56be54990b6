import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

/** Memory that a whole run has been seen to need at most, with room to spare, in bytes. */
const needed = 4 * 1024 ** 3

/** The file system in memory that Linux has. */
const place = '/dev/shm'

/** Whether what `/proc/mounts` tells has a file system in memory from which programs can be run. */
export function isFit(mounts: string, free: number, available: number): boolean {
  const mount = mounts.split('\n').find(line => line.split(' ')[1] === place)
  const [, , type, options = ''] = mount?.split(' ') ?? []
  return type === 'tmpfs' && !options.split(',').includes('noexec') && free >= needed && available >= needed
}

/** Bytes that `/proc/meminfo` says can be given out. */
export function availableIn(meminfo: string): number {
  return Number(/^MemAvailable:\s+(\d+) kB$/m.exec(meminfo)?.[1] ?? 0) * 1024
}

/**
 * A fresh folder in memory for what a run writes and nobody keeps; null where there is no room for it. A test database is copied there
 * in a quarter of the time, and there are hundreds. It goes when the process ends.
 */
export function memoryFolder(): string | null {
  if (process.platform !== 'linux' || !existsSync(place)) return null
  const { bavail, bsize } = statfsSync(place)
  if (!isFit(readFileSync('/proc/mounts', 'utf8'), bavail * bsize, availableIn(readFileSync('/proc/meminfo', 'utf8'))))
    return null
  const folder = mkdtempSync(join(place, 'tereze-test-'))
  // The account of the embedded server passes through it.
  chmodSync(folder, 0o711)
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
  return folder
}
