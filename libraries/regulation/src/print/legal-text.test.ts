import { languages } from '@tereze/operation'
import { expect, it } from 'vitest'
import { regulations } from '../testing/regulations.fixture.ts'
import { legalText, plainText } from './legal-text.ts'

const titles = { body: () => undefined, act: () => undefined }
const of = (id: string) => regulations.find(one => one.id === id) ?? regulations[0]

it('has the same parts in every language, and says nothing in brackets that is missing', () => {
  for (const regulation of regulations)
    for (const structure of ['administrative-regulation', 'main-requirements'] as const) {
      const texts = languages.map(language => legalText(regulation, language, titles, structure))
      const shapes = texts.map(blocks => blocks.map(({ kind, number }) => `${kind} ${number}`))
      expect(shapes[1]).toEqual(shapes[0])
      expect(shapes[2]).toEqual(shapes[0])
      for (const text of texts.map(plainText)) expect(text).not.toMatch(/\[print|undefined|\{/)
    }
})

it('is a regulation with variants and profiling', () => {
  const regulation = of('trade-licence')
  if (regulation === undefined) throw new Error('no regulation')
  const text = plainText(legalText(regulation, 'ru', titles))
  for (const part of [
    'I. Общие положения',
    'II. Стандарт',
    'III. Состав',
    'IV. Досудебное',
    'Профилирование',
    'Вариант «Pharmacy (по-русски)»',
  ])
    expect(text).toContain(part)
  expect(text).toContain('Решение принимает должностное лицо.')
})

it('is a list of main requirements, numbered through, where the jurisdiction is Kazakhstan', () => {
  const regulation = of('burning-permit')
  if (regulation === undefined) throw new Error('no regulation')
  const blocks = legalText({ ...regulation, jurisdiction: 'kz' }, 'kk', titles)
  expect(blocks.filter(({ kind }) => kind === 'heading').map(({ number }) => number)).toEqual(
    Array.from({ length: 12 }, (_, index) => `${index + 1}.`),
  )
  expect(plainText(blocks)).toContain('негізгі талаптардың тізбесі')
})
