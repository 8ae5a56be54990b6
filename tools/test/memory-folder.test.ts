import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { availableIn, isFit } from './memory-folder.ts'

const room = 16 * 1024 ** 3
const mounts = (options: string, type = 'tmpfs') => `/dev/vda / ext4 rw 0 0\nshm /dev/shm ${type} ${options} 0 0\n`

test('a run writes to memory where there is room and programs can be run', () => {
  expect(isFit(mounts('rw,nosuid,nodev'), room, room)).toBe(true)
  expect(isFit(mounts('rw,nosuid,noexec'), room, room)).toBe(false)
  expect(isFit(mounts('rw', 'ext4'), room, room)).toBe(false)
  expect(isFit('/dev/vda / ext4 rw 0 0\n', room, room)).toBe(false)
  expect(isFit(mounts('rw'), 64 * 1024 ** 2, room)).toBe(false)
  expect(isFit(mounts('rw'), room, 1024 ** 3)).toBe(false)
})

test('memory is what can be given out, and not what is free', () => {
  expect(availableIn('MemTotal: 100 kB\nMemFree: 1 kB\nMemAvailable:   50 kB\n')).toBe(50 * 1024)
  expect(availableIn('')).toBe(0)
  if (existsSync('/proc/meminfo')) expect(availableIn(readFileSync('/proc/meminfo', 'utf8'))).toBeGreaterThan(0)
})
