import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Law } from '../laws/law.ts'
import { readTree } from '../laws/tree.ts'
import { copy, house, made, makeAll, run } from './copy-of-house.fixture.ts'

describe('what npm run create makes', { timeout: 180_000 }, () => {
  beforeAll(makeAll)

  test('what it made passes its own tests, on a database too', () => {
    const { status, output } = run(
      'node_modules/vitest/vitest.mjs',
      'run',
      ...made.filter(folder => !folder.startsWith('content/')),
    )
    expect(status, output).toBe(0)
    expect(Number(/Tests\s+(\d+) passed/.exec(output)?.[1])).toBeGreaterThanOrEqual(14)
  })

  test('what it made keeps the laws', async () => {
    const tree = readTree(copy)
    const files = readdirSync(join(house, 'tools/laws/laws'))
    for (const file of files) {
      const { law } = (await import(new URL(`../laws/laws/${file}`, import.meta.url).href)) as { law: Law }
      expect(
        law.check(tree).filter(({ place }) => made.some(folder => place.startsWith(folder))),
        law.says,
      ).toEqual([])
    }
    expect(files.length).toBeGreaterThan(15)
  })
})
