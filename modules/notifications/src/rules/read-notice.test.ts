import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { NoticeBroken, readNotice } from './read-notice.ts'

const head = '---\n{"id":"x","channels":["portal"],"significant":true,"values":{"a":"= b"}}\n---\n'
const body =
  '\n# en\n\nTitle\n\nFirst.\n\nSecond.\n\nsms: Short.\n\n# ru\n\nТема\n\nТекст.\n\n# kk\n\nТақырып\n\nМәтін.\n'

describe('readNotice', () => {
  it('reads the head, the subject, the text and the short text of each language', () => {
    const notice = readNotice(head + body)
    expect(notice.texts.en).toEqual({ title: 'Title', text: 'First.\n\nSecond.', sms: 'Short.' })
    expect(notice.texts.kk).toEqual({ title: 'Тақырып', text: 'Мәтін.', sms: null })
    expect(notice).toMatchObject({ significant: true, values: { a: { is: '= b', as: 'text' } }, reply: null })
    expect(readNotice((head + body).replaceAll('\n', '\r\n')).texts).toEqual(notice.texts)
  })

  it('refuses a notice without a head or without a language', () => {
    expect(() => readNotice(body)).toThrow(NoticeBroken)
    expect(() => readNotice(head + body.replace('# kk', '# de'))).toThrow(/kk/)
  })

  it('reads every notice of the content', () => {
    const content = new URL('../../../../content/', import.meta.url)
    const files = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter(path =>
      /notices\/[^/]+\.md$/.test(path),
    )
    expect(files.length).toBeGreaterThan(5)
    for (const file of files) {
      expect(readNotice(readFileSync(new URL(file, content), 'utf8')).texts.kk.title, file).not.toBe('')
    }
  })
})
