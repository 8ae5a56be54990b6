import { bind } from '@tereze/foundation-operations'
import { person, testPlatform } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { type DataKind, packages, searchData } from '../contract/index.ts'
import { openedContent } from '../demo-content.fixture.ts'
import { catalogue } from '../index.ts'

const platform = await testPlatform({ modules: [catalogue], bindings: [bind(packages, openedContent())] })
async function search(words: string, kind?: DataKind) {
  const found = await platform.run(searchData, { words, ...(kind === undefined ? {} : { kind }) }, person())
  if (isRefused(found)) throw new Error(found.code)
  return found.items
}

describe('search-data', () => {
  it.each([
    ['date of birth', 'concept:date-of-birth'],
    ['date of brith', 'concept:date-of-birth'],
    ['дата рождения', 'concept:date-of-birth'],
    ['туған күні', 'concept:date-of-birth'],
    ['population register', 'register:people'],
    ['семья', 'contract:civil-registry.family-of-person'],
    ['kindergarten', 'service:kindergarten-queue'],
  ])('finds "%s"', async (words, wanted) =>
    expect((await search(words)).map(({ kind, id }) => `${kind}:${id}`)).toContain(wanted),
  )

  it('gives everything without words, and only one kind when asked', async () => {
    const all = await search('')
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['concept', 'register', 'contract', 'service']))
    const registers = await search('', 'register')
    expect(registers.length).toBeGreaterThan(5)
    expect(registers.every(({ kind, concepts }) => kind === 'register' && concepts.length > 0)).toBe(true)
  })

  it('names the owner of each in words', async () =>
    expect((await search('')).filter(({ owner }) => /^(org:.*)?$/.test(owner.en))).toEqual([]))

  it('finds nothing for what nobody keeps', async () => expect(await search('zodiac')).toEqual([]))
})
