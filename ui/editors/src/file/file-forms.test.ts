import { globSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import {
  describeChanges,
  differencesOf,
  formatOf,
  noticeHead,
  readNoticeWords,
  readPeriod,
  smsCount,
  writeNoticeWords,
  writePeriod,
} from '@tereze/package-changes'
import { isObject, writeJson } from '@tereze/regulation'
import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../data/fields-of.ts'
import { filled, sampleValues } from '../notice/sample-values.ts'
import { sayNotice } from '../notice/say-notice.ts'
import { isReferredTo, soughtRows, wordRows } from '../package-words/word-rows.ts'
import { cataloguesOf, renameKey, writeText } from './catalogues.ts'
import { freeKey } from './free-key.ts'
import { unknownFact } from './known-names.ts'
import { mistakeOf } from './mistake-of.ts'
import { newItem } from './new-item.ts'
import { fits, membersOf, type Shape, shapeAt, shapeOf } from './shape.ts'
import { withMember } from './with-member.ts'

const content = new URL('../../../../content/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, content), 'utf8')
const inside = (path: string) => {
  const [kind] = path.split('/')
  const depth = kind === 'services' ? 3 : kind === 'access' ? 1 : 2
  return path.split('/').slice(depth).join('/')
}
const files = globSync('{services,situations,registers,processes,access}/**/*.json', { cwd: content }).filter(
  path => formatOf(inside(path)) !== null,
)
const notices = globSync('**/notices/*.md', { cwd: content })

/** Places of a value that the form would show as a value of no known kind, other than what the format leaves open. */
function strange(shape: Shape, value: unknown, at: string): string[] {
  if (shape.kind === 'any') return []
  if (!fits(shape, value)) return [at]
  if (shape.kind === 'either') {
    const way = shape.ways.find(one => fits(one, value))
    return way === undefined ? [at] : strange(way, value, at)
  }
  if (shape.kind === 'list' && Array.isArray(value))
    return value.flatMap((one, index) => strange(shape.item, one, `${at}/${index}`))
  if (shape.kind === 'map' && isObject(value))
    return Object.entries(value).flatMap(([name, one]) => strange(shape.value, one, `${at}/${name}`))
  if (shape.kind !== 'object' || !isObject(value)) return []
  const members = membersOf(shape, value)
  return Object.entries(value).flatMap(([name, one]) => {
    const member = members.find(known => known.name === name)
    return member === undefined ? [`${at}/${name}`] : strange(member.shape, one, `${at}/${name}`)
  })
}

describe('forms over small files', () => {
  it('know every place of every such file of the content, and lose nothing when it is written', () => {
    expect(files.length).toBeGreaterThan(50)
    for (const path of files) {
      const value: unknown = JSON.parse(read(path))
      const format = formatOf(inside(path))
      if (format === null) throw new Error(path)
      expect(strange(shapeOf(format), value, ''), path).toEqual([])
      expect(JSON.stringify(JSON.parse(writeJson(value))), path).toBe(JSON.stringify(value))
    }
  })

  it('draw what a reference, a choice of members and a common part say', () => {
    const sources = shapeOf('sources')
    const first = JSON.parse(read('services/family/one-time-birth-benefit/sources.json'))[0]
    expect(shapeAt(sources, ['0', 'contract'], [first])).toMatchObject({ kind: 'text', of: 'contractRef' })
    expect(shapeAt(sources, ['0', 'faults', 'late', 'for'], [first])).toMatchObject({ of: 'period' })
    const item = sources.kind === 'list' ? sources.item : null
    if (item?.kind !== 'object') throw new Error('a source is an object')
    const names = (value: Record<string, unknown>) => membersOf(item, value).map(({ name }) => name)
    expect(names({ register: 'people' })).not.toContain('contract')
    expect(names({ contract: 'x' })).not.toContain('where')
    expect(newItem(item, 'sources', [{ id: 'source2' }])).toMatchObject({ id: 'source3', contract: '', input: {} })
    expect(Object.keys(withMember({ id: 'a', ground: '1' }, 'after', [], item.members))).toEqual([
      'id',
      'after',
      'ground',
    ])
  })

  it('say what is wrong while it is written', () => {
    const feel: Shape = { kind: 'text', of: 'feel', pattern: null }
    expect(mistakeOf(feel, 'a = (')).toBe('wrong.feel')
    expect(mistakeOf(feel, 'a = 1')).toBeNull()
    expect(mistakeOf({ kind: 'text', of: 'expression', pattern: null }, '= a +')).toBe('wrong.feel')
    const id = shapeAt(shapeOf('service'), ['id'], {})
    expect(id === null ? null : mistakeOf(id, 'Not Good')).toBe('wrong.id')
    const draft = new Map([
      ['situation.json', '{}'],
      ['sources.json', '[{ "id": "family" }]'],
    ])
    expect(unknownFact('facts.famly.value = null', { files: draft })).toBe('famly')
    expect(unknownFact('facts.family.value = null', { files: draft })).toBeNull()
  })

  it('count stretches of time in one unit, and leave others as they are', () => {
    for (const written of ['P30D', 'PT30S', 'P3Y', 'PT12H']) {
      const period = readPeriod(written)
      expect(period === null ? null : writePeriod(period.count, period.unit)).toBe(written)
    }
    expect(readPeriod('P1Y6M')).toBeNull()
  })

  it('keep elements apart by their ids when two states are compared', () => {
    const was = [
      { id: 'a', n: 1 },
      { id: 'b', n: 1 },
    ]
    const is = [
      { id: 'c', n: 9 },
      { id: 'b', n: 2 },
      { id: 'a', n: 1 },
    ]
    expect(differencesOf(was, is).map(({ pointer }) => pointer)).toEqual(['/c', '/b/n', ''])
  })

  it('tell a changed source, right and word by what they mean', async () => {
    const path = 'services/family/one-time-birth-benefit/sources.json'
    const told = await describeChanges('sources.json', read(path), read(path).replace('"P1D"', '"PT12H"'), 'ru')
    expect(told).toEqual(['applicant › Ответ можно использовать: было «1 дней», стало «12 часов».'])
    const words = (text: string) => JSON.stringify({ title: text })
    expect(await describeChanges('messages/en.json', words('A'), words('B'), 'en')).toEqual(['title: was “A”, is “B”.'])
  })
})

describe('the data of a case', () => {
  it('are listed field by field, with what the form calls them', () => {
    const folder = 'services/family/one-time-birth-benefit/'
    const draft = new Map([['messages/en.json', read(`${folder}messages/en.json`)]])
    const fields = fieldsOf(JSON.parse(read(`${folder}data.schema.json`)), cataloguesOf(draft), 'en')
    expect(fields.find(({ path }) => path === 'forWhom')).toMatchObject({ kind: 'choice', depth: 0 })
    const list = {
      properties: { children: { items: { properties: { born: { format: 'date' } }, required: ['born'] } } },
    }
    const [, born] = fieldsOf(list, cataloguesOf(draft), 'en')
    expect(born).toMatchObject({ path: 'children.*.born', kind: 'date', required: true, depth: 1 })
    expect(fields.some(({ label }) => label !== null)).toBe(true)
  })
})

describe('words of a package', () => {
  const draft = new Map([
    ['messages/en.json', '{ "title": "A", "why.benefit": "Due {n}", "step.one": "One" }'],
    ['messages/ru.json', '{ "title": "А", "why.benefit": "Положено", "step.one": "" }'],
    ['messages/kk.json', '{ "title": "Ә", "step.one": "Бір {" }'],
    ['situation.json', '{ "title": "message:title" }'],
  ])

  it('mark what is missing, cannot be read, or names other values', () => {
    const rows = wordRows(cataloguesOf(draft))
    expect(Object.fromEntries(rows.map(({ key, troubles }) => [key, troubles]))).toEqual({
      title: {},
      'why.benefit': { ru: 'arguments', kk: 'missing' },
      'step.one': { ru: 'missing', kk: 'syntax' },
    })
    expect(soughtRows(rows, '', true).map(({ key }) => key)).toEqual(['why.benefit', 'step.one'])
    expect(soughtRows(rows, 'полож', false).map(({ key }) => key)).toEqual(['why.benefit'])
    expect(isReferredTo(draft, 'title')).toBe(true)
    expect(isReferredTo(draft, 'step.one')).toBe(false)
  })

  it('begin new words in every language, beside those that begin alike, and leave none behind', () => {
    const written = writeText(draft, 'why.other', 'kk', 'Неге')
    expect(Object.keys(JSON.parse(written['messages/en.json'] ?? ''))).toEqual([
      'title',
      'why.benefit',
      'why.other',
      'step.one',
    ])
    expect(JSON.parse(written['messages/kk.json'] ?? '')['why.other']).toBe('Неге')
    expect(Object.keys(writeText(draft, 'title', 'ru', 'Б'))).toEqual(['messages/ru.json'])
    expect(Object.keys(renameKey(draft, 'why.benefit', null))).toEqual(['messages/en.json', 'messages/ru.json'])
    const situation = { steps: [{ id: 'one' }], services: [{ service: 'benefit' }] }
    const desk = { value: situation, words: cataloguesOf(draft), name: 'situation' }
    expect(freeKey(desk, '/steps/0/text', 'text')).toBe('step.one-2')
    expect(freeKey(desk, '/services/0/why', 'why')).toBe('why.benefit-2')
  })
})

describe('notices', () => {
  it('are written as they were read, all of the content', () => {
    expect(notices.length).toBeGreaterThan(10)
    for (const path of notices) {
      const file = read(path)
      const words = readNoticeWords(file)
      expect(words.kk.title, path).not.toBe('')
      expect(writeNoticeWords(file, 'kk', words.kk), path).toBe(file.replaceAll('\r\n', '\n'))
      const head = noticeHead.read(file)
      expect(strange(shapeOf('notice'), head, ''), path).toEqual([])
      expect(noticeHead.read(noticeHead.write(file, head)), path).toEqual(head)
      for (const language of ['en', 'ru', 'kk'] as const)
        expect(
          filled(words[language].text, language, sampleValues(head, language, sayNotice(language))),
          `${basename(dirname(path))} ${path} ${language}`,
        ).not.toBeNull()
    }
  })

  it('keep a text inside its section, whatever is written', () => {
    const file = read('services/family/one-time-birth-benefit/notices/granted.md')
    const before = readNoticeWords(file)
    const wild = { title: 'One\n\nTwo', text: 'A\n\n\n\n# en\n\nsms: not it', sms: 'short\n\ntext' }
    const after = readNoticeWords(writeNoticeWords(file, 'ru', wild))
    expect(after.en).toEqual(before.en)
    expect(after.kk).toEqual(before.kk)
    expect(after.ru).toEqual({ title: 'One Two', text: 'A\n\n## en\n\nSMS: not it', sms: 'short text' })
  })

  it('are told by head and text, and counted in SMS', async () => {
    const file = read('services/family/one-time-birth-benefit/notices/granted.md')
    const words = readNoticeWords(file)
    const next = writeNoticeWords(file.replace('"sms"]', '"letter"]'), 'en', { ...words.en, title: 'Granted' })
    expect(await describeChanges('notices/granted.md', file, next, 'en')).toEqual([
      'Channels: was “portal, e-mail, SMS”, is “portal, e-mail, letter”.',
      'English › Subject: was “The one-time benefit is granted”, is “Granted”.',
    ])
    expect([smsCount(''), smsCount('a'.repeat(160)), smsCount('ә'.repeat(71))]).toEqual([0, 1, 2])
  })
})
