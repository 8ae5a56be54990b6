import { bind } from '@tereze/foundation-operations'
import { person, testPlatform } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { packages, searchCatalogue } from '../contract/index.ts'
import { openedContent } from '../demo-content.fixture.ts'
import { catalogue } from '../index.ts'

const platform = await testPlatform({ modules: [catalogue], bindings: [bind(packages, openedContent())] })
async function search(words: string, language: 'en' | 'ru' | 'kk' = 'en') {
  const found = await platform.run(searchCatalogue, { words, language }, person())
  if (isRefused(found)) throw new Error(found.code)
  return found.items.map(({ kind, id }) => `${kind}:${id}`)
}

describe('search-catalogue', () => {
  it.each<[string, 'en' | 'ru' | 'kk', string]>([
    ['a child is born', 'en', 'situation:birth-of-a-child'],
    ['A CHILD IS BRON', 'en', 'situation:birth-of-a-child'],
    ['kindergarten', 'en', 'service:kindergarten-queue'],
    ['kindergarden', 'en', 'service:kindergarten-queue'],
    ['свидетельство о рождении', 'ru', 'service:birth-certificate'],
    ['детский сад', 'ru', 'service:kindergarten-queue'],
    ['балабақша', 'kk', 'service:kindergarten-queue'],
  ])('finds "%s"', async (words, language, wanted) => expect(await search(words, language)).toContain(wanted))

  it('puts the situation before its services', async () => {
    expect((await search('a child is born'))[0]).toBe('situation:birth-of-a-child')
  })

  it.each(['', '?!', 'spaceship licence', 'х'])('finds nothing for "%s"', async words =>
    expect(await search(words)).toEqual([]),
  )

  it('is not written down: nobody is looked at', () => expect(platform.audited).toEqual([]))
})
