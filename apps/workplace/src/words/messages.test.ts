import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ownMessages as messages } from './messages.ts'
import { intlOf } from './words.ts'

const languages = ['en', 'ru', 'kk'] as const
const ids = Object.keys(messages.en) as (keyof typeof messages.en)[]
const source = readdirSync(new URL('../', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name) && !name.includes('.test.'))
  .map(name => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'))
  .join('\n')
const params = { days: 3, count: 3, settled: 1, all: 4, number: 2, limit: 3 }
const placeholders = (text: string) => [...text.matchAll(/\{([a-z]+)[,}]/g)].map(([, name]) => name).sort()

/** Words that Russian and Kazakh share. */
const same = [
  'act.other',
  'chronicle.act-number',
  'files.column.what',
  'files.units.gigabyte',
  'files.units.kilobyte',
  'files.units.megabyte',
  'leaks.channel.sms',
  'operator.ways.percent',
]

describe('messages', () => {
  it('are in all three languages, with the same placeholders, and can be put into words', () => {
    for (const language of languages) {
      expect(Object.keys(messages[language])).toEqual(ids)
      const intl = intlOf(language)
      for (const id of ids) {
        expect([...new Set(placeholders(messages[language][id]))], `${language} ${id}`).toEqual([
          ...new Set(placeholders(messages.en[id])),
        ])
        const names = placeholders(messages.en[id]).map(name => [name, 'x'])
        const words = intl.formatMessage({ id }, { ...Object.fromEntries(names), ...params })
        expect(words.trim(), `${language} ${id}`).not.toBe('')
        expect(words, `${language} ${id}`).not.toMatch(/[{}#]/)
      }
    }
  })

  it('are written in Kazakh, not taken over from Russian', () => {
    expect(ids.filter(id => messages.kk[id] === messages.ru[id] && !same.includes(id))).toEqual([])
  })

  it('are all used', () => {
    const unused = ids.filter(id => {
      if (source.includes(`'${id}'`)) return false
      const parts = id.split('.')
      return !parts.some((_, cut) => cut > 0 && source.includes(`\`${parts.slice(0, cut).join('.')}.\${`))
    })
    expect(unused).toEqual([])
  })

  it('say numbers as the language does', () => {
    const say = (language: (typeof languages)[number], days: number) =>
      intlOf(language).formatMessage({ id: 'deadline.calm' }, { days })
    expect([1, 3].map(days => say('en', days))).toEqual(['1 working day left', '3 working days left'])
    expect([1, 3, 5].map(days => say('ru', days))).toEqual([
      'остался 1 рабочий день',
      'осталось 3 рабочих дня',
      'осталось 5 рабочих дней',
    ])
    expect(say('kk', 3)).toBe('3 жұмыс күні қалды')
  })
})
