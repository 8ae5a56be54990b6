import { expect, it } from 'vitest'
import { fileName } from './file-name.ts'

it.each([
  ['papers\\анықтама.pdf', 'анықтама.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['a\u0000b\u202e.pdf', 'ab.pdf'],
  ['  ', 'file'],
])('keeps of %j %j', (given, kept) => {
  expect(fileName(given)).toBe(kept)
})

it('cuts long names, and keeps their ending', () => {
  const name = fileName(`${'я'.repeat(300)}.pdf`)
  expect(name.length).toBeLessThanOrEqual(200)
  expect(name).toMatch(/^я+….pdf$/)
})
