import { expect, test } from 'vitest'
import { isBackupDue } from './backups.ts'

test('a backup is due when there is none, and a day after the newest', () => {
  const now = new Date('2026-03-02T04:00:00.000Z')
  expect(isBackupDue(null, now)).toBe(true)
  expect(isBackupDue('2026-03-01T04:00:01.000Z', now)).toBe(false)
  expect(isBackupDue('2026-03-01T04:00:00.000Z', now)).toBe(true)
})
