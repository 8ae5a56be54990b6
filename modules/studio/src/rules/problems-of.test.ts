import { expect, it } from 'vitest'
import { problemsOf } from './problems-of.ts'

const source = {
  kind: 'service' as const,
  id: 'camp',
  version: '1.0.0',
  hash: '',
  folder: 'draft',
  files: { 'forms/apply.form.json': '{}', 'service.json': '{}' },
}
const about = { package: 'service:camp', pointer: '', params: {} }

it('says problems by path and place in three languages, and the code of those without words', () => {
  const found = problemsOf(source, {
    problems: [
      {
        ...about,
        file: 'draft/forms/apply.form.json',
        pointer: '/pages/0',
        code: 'package.concept-unknown',
        params: { concept: 'ghost' },
      },
      { ...about, file: 'draft/gone.json', code: 'package.not-in-words' },
    ],
    hints: [{ ...about, file: 'draft/service.json', code: 'package.table-gap' }],
  })
  expect(found.map(({ path, place, weight }) => [path, place, weight])).toEqual([
    ['forms/apply.form.json', '/pages/0', 'fault'],
    ['service.json', null, 'fault'],
    ['service.json', null, 'hint'],
  ])
  expect(found[0]?.message).toEqual({
    en: 'There is no such concept (ghost)',
    ru: 'Такого понятия нет (ghost)',
    kk: 'Мұндай ұғым жоқ (ghost)',
  })
  expect(found[1]?.message.en).toBe('This part has a fault: package.not-in-words')
})
