import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { describeOffences, type Law } from './law.ts'
import { readTree, treeOf } from './tree.ts'

const house = readTree(fileURLToPath(new URL('../..', import.meta.url)))
const names = readdirSync(new URL('./laws/', import.meta.url)).map(file => file.replace(/\.ts$/, ''))
const laws = await Promise.all(
  names.map(async name => ({ name, law: ((await import(`./laws/${name}.ts`)) as { law: Law }).law })),
)

test('there are laws', () => expect(laws.length).toBeGreaterThan(15))

describe.each(laws)('$name', ({ law }) => {
  test('holds in this house', () => {
    expect(law.looksAt(house), 'the law found nothing to look at').toBeGreaterThan(0)
    const offences = law.check(house)
    if (offences.length > 0) throw new Error(describeOffences(law, offences))
  })

  test.each(law.broken.map((files, index) => ({ index, files })))(
    'is broken by its counter-example $index',
    ({ files }) => {
      expect(law.looksAt(treeOf(files))).toBeGreaterThan(0)
      expect(law.check(treeOf(files))).not.toEqual([])
    },
  )

  for (const [index, files] of (law.lawful ?? []).entries()) {
    test(`is kept by its example ${index}`, () => expect(law.check(treeOf(files))).toEqual([]))
  }

  test('has a counter-example and says why and what to do', () => {
    expect(law.broken.length).toBeGreaterThan(0)
    for (const text of [law.says, law.why, law.remedy]) expect(text).toMatch(/^[A-Z].*\.$/)
  })
})
