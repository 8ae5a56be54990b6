import type { Law, Offence } from '../law.ts'
import { placeholdersOf } from '../placeholders.ts'
import type { Tree } from '../tree.ts'
import { wordsAlikeInKazakhAndRussian } from '../words-alike.ts'

const languages = ['en', 'ru', 'kk']

type Messages = Record<string, string>

/** Every visible word exists in English, Russian and Kazakh. */
export const law: Law = {
  says: 'Message files have the same keys and the same placeholders in en, ru and kk, and Kazakh is not Russian.',
  why: 'A person who chose a language gets it everywhere; a Russian word under a Kazakh heading is a word nobody translated.',
  remedy: 'Add the missing key, or translate; a word that is truly alike in both goes to tools/laws/words-alike.ts.',
  looksAt: tree => folders(tree).length,
  check: tree => folders(tree).flatMap(folder => offencesIn(tree, folder)),
  broken: [
    {
      'content/x/messages/en.json': '{"a":"A","b":"B"}',
      'content/x/messages/ru.json': '{"a":"А"}',
      'content/x/messages/kk.json': '{"a":"Ә","b":"Б"}',
    },
    { 'content/x/messages/en.json': '{"a":"A"}', 'content/x/messages/ru.json': '{"a":"А"}' },
    {
      'content/x/messages/en.json': '{"a":"Birth"}',
      'content/x/messages/ru.json': '{"a":"Рождение"}',
      'content/x/messages/kk.json': '{"a":"Рождение"}',
    },
    {
      'content/x/messages/en.json': '{"a":"Till {date}"}',
      'content/x/messages/ru.json': '{"a":"До {day}"}',
      'content/x/messages/kk.json': '{"a":"{date} дейін"}',
    },
    {
      'content/x/messages/en.json': '{"a":""}',
      'content/x/messages/ru.json': '{"a":"Да"}',
      'content/x/messages/kk.json': '{"a":"Иә"}',
    },
  ],
  lawful: [
    {
      'content/x/messages/en.json': '{"n":"{count, plural, one {# child} other {# children}}","e":"E-mail"}',
      'content/x/messages/ru.json':
        '{"n":"{count, plural, one {# ребёнок} few {# ребёнка} other {# детей}}","e":"E-mail"}',
      'content/x/messages/kk.json': '{"n":"{count, plural, other {# бала}}","e":"E-mail"}',
    },
  ],
}

function folders(tree: Tree): string[] {
  return [
    ...new Set(
      tree.paths
        .filter(path => /(^|\/)messages\/(en|ru|kk)\.json$/.test(path))
        .map(path => path.replace(/\/\w+\.json$/, '')),
    ),
  ]
}

function offencesIn(tree: Tree, folder: string): Offence[] {
  const texts = Object.fromEntries(
    languages.map(language => [language, flatten(tree.text(`${folder}/${language}.json`))]),
  )
  const keys = [...new Set(Object.values(texts).flatMap(messages => Object.keys(messages)))]
  return keys.flatMap(key => {
    const place = `${folder} ${key}`
    const missing = languages.filter(language => !texts[language]?.[key]?.trim())
    if (missing.length > 0) return [{ place, what: `is missing in ${missing.join(', ')}` }]
    const [en = '', ru = '', kk = ''] = languages.map(language => texts[language]?.[key])
    const holes = [en, ru, kk].map(text => placeholders(text))
    if (new Set(holes).size > 1) return [{ place, what: `has other placeholders per language: ${holes.join(' | ')}` }]
    return isUntranslated(ru, kk) ? [{ place, what: `is the same in Russian and Kazakh: ${kk}` }] : []
  })
}

/** Nested objects are read as dotted keys. */
function flatten(json: string): Messages {
  const flat: Messages = {}
  const walk = (value: unknown, key: string) => {
    if (value && typeof value === 'object')
      for (const [name, inside] of Object.entries(value)) walk(inside, key ? `${key}.${name}` : name)
    else flat[key] = String(value)
  }
  if (json) walk(JSON.parse(json), '')
  return flat
}

function placeholders(text: string): string {
  try {
    return placeholdersOf(text).join(' ')
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function isUntranslated(ru: string, kk: string): boolean {
  const words = kk.replace(/\{[^{}]*\}/g, ' ').match(/\p{Script=Cyrillic}{2,}/gu) ?? []
  return ru === kk && words.length > 0 && !words.every(word => wordsAlikeInKazakhAndRussian.has(word.toLowerCase()))
}
