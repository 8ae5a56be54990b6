import { expect, it } from 'vitest'
import { sayer } from './say.ts'

it('says the texts of an editor, filled in, in the language of the screen', () => {
  const say = sayer({
    en: { 'form.fields': '{count, plural, one {# field} other {# fields}}' },
    ru: { 'form.fields': '{count, plural, one {# поле} few {# поля} other {# полей}}' },
    kk: { 'form.fields': '{count, plural, other {# өріс}}' },
  })
  expect(say('en')('form.fields', { count: 1 })).toBe('1 field')
  expect(say('ru')('form.fields', { count: 3 })).toBe('3 поля')
  expect(say('kk')('form.fields', { count: 3 })).toBe('3 өріс')
})
