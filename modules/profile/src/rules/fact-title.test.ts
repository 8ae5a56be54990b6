import { expect, it } from 'vitest'
import { titleOfFact } from './fact-title.ts'

it('names the register and the field, once where they are called alike', () => {
  expect(titleOfFact({ en: 'Incomes', ru: 'Доходы', kk: 'Табыс' }, { en: 'Year', ru: 'Год', kk: 'Табыс' })).toEqual({
    en: 'Incomes · Year',
    ru: 'Доходы · Год',
    kk: 'Табыс',
  })
})
