import { expect, it } from 'vitest'
import { foundOf } from './found.ts'

it('calls what was found by its language, or by another one that there is', () => {
  const record = 'address_1'
  const text = { en: 'Talap, 7', ru: 'Талап, 7 (р)', kk: 'Талап, 7' }
  expect(foundOf({ record, data: { text, code: '12' } }, 'ru')).toEqual({ id: record, text: 'Талап, 7 (р)' })
  const name = { ru: 'Выдумывание' }
  expect(foundOf({ record, data: { name, code: '98.1' } }, 'kk')).toEqual({ id: '98.1', text: '98.1 Выдумывание' })
  expect(foundOf({ record, data: {} }, 'en')).toEqual({ id: '', text: '' })
})
