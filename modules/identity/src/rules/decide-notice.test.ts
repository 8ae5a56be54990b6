import { expect, test } from 'vitest'
import { decideNotice, mostAttempts } from './decide-notice.ts'

test('a notice is sent again later each time, and at last no more', () => {
  const now = new Date('2026-03-02T04:00:00.000Z')
  const waits = Array.from({ length: mostAttempts }, (_, n) => decideNotice(n + 1, now)?.getTime() ?? null)
  expect(waits.at(-1)).toBeNull()
  expect(waits.slice(0, -1).map(at => ((at ?? 0) - now.getTime()) / 1000)).toEqual([10, 20, 40, 80, 160, 320, 640])
})
