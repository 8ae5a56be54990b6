import { globSync, readFileSync } from 'node:fs'
import { createMessages } from '@tereze/messages'
import { describe, expect, it } from 'vitest'

const here = new URL('./', import.meta.url)
const languages = ['en', 'ru', 'kk'] as const
type Catalogue = Readonly<Record<string, string>>

/** Words that Russian and Kazakh share, by editor. */
const same: Readonly<Record<string, readonly string[]>> = {
  document: ['part.name', 'text.label', 'page.number.of', 'page.number.plain'],
  form: ['import.file'],
  regulation: [
    'item',
    'make.file',
    'member.act',
    'member.acts.id',
    'member.acts.item',
    'member.id',
    'member.organisation',
    'tab.make',
    'value.as.organisation',
    'value.audience.business',
    'value.channels.call',
    'value.channels.portal',
  ],
}

const folders = globSync('*/messages/en.json', { cwd: here }).map(path => path.slice(0, -'/messages/en.json'.length))
const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)[,}]/gu)].map(([, name]) => name))].sort()

describe.each(folders)('the texts of the editor %s', folder => {
  const catalogues = Object.fromEntries(
    languages.map(language => [
      language,
      JSON.parse(readFileSync(new URL(`${folder}/messages/${language}.json`, here), 'utf8')) as Catalogue,
    ]),
  ) as Record<(typeof languages)[number], Catalogue>
  const ids = Object.keys(catalogues.en)

  it('are in all three languages, with the same placeholders, and can be put into words', () => {
    const messages = createMessages([catalogues])
    for (const language of languages) {
      expect(Object.keys(catalogues[language])).toEqual(ids)
      for (const id of ids) {
        const names = placeholders(catalogues.en[id] ?? '')
        expect(placeholders(catalogues[language][id] ?? ''), `${language} ${id}`).toEqual(names)
        const words = messages.text(id, language, Object.fromEntries(names.map(name => [name ?? '', 3])))
        expect(words.trim(), `${language} ${id}`).not.toBe('')
        expect(words, `${language} ${id}`).not.toMatch(/[{}#]/u)
      }
    }
  })

  it('are written in Kazakh, not taken over from Russian', () => {
    const alike = ids.filter(id => catalogues.kk[id] === catalogues.ru[id])
    expect(alike.filter(id => !same[folder]?.includes(id))).toEqual([])
  })

  it('are all used', () => {
    const source = globSync(`${folder}/**/*.{ts,tsx}`, { cwd: here })
      .filter(path => !path.includes('.test.'))
      .map(path => readFileSync(new URL(path, here), 'utf8'))
      .join('\n')
    const unused = ids.filter(id => {
      if (source.includes(`'${id}'`)) return false
      const parts = id.split('.')
      return !parts.some((_, cut) => cut > 0 && source.includes(`\`${parts.slice(0, cut).join('.')}.\${`))
    })
    expect(unused).toEqual([])
  })
})
