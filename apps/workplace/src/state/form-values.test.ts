import { expect, it } from 'vitest'
import { readValues } from './form-values.ts'

it('reads lines, choices and yes or no', () => {
  const data = new FormData()
  data.append('grants/-', '')
  data.append('grants/-', 'code')
  data.append('redirectUris', ' https://a.example/back \n\nhttps://b.example/back,https://c.example/back ')
  data.append('bound', 'yes')
  const values = readValues(data)
  expect(values.chosen('grants')).toEqual(['code'])
  expect(values.list('redirectUris')).toEqual([
    'https://a.example/back',
    'https://b.example/back',
    'https://c.example/back',
  ])
  expect([values.checked('bound'), values.checked('pushed')]).toEqual([true, false])
  expect([values.text('name'), values.list('roles')]).toEqual(['', []])
})
