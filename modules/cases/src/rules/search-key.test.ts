import { describe, expect, it } from 'vitest'
import { searchKey } from './search-key.ts'

describe('searchKey', () => {
  it('makes the same of what people write in different ways', () => {
    expect(searchKey('  Образцова   Алёна ')).toBe('образцова алена')
    expect(searchKey('ҚОЖА-АХМЕТ')).toBe('қожа-ахмет')
    expect(searchKey('7K4M-92XQ-P3')).toBe('7k4m-92xq-p3')
  })

  it('composes letters that were typed in two parts', () => {
    expect(searchKey('И\u0306')).toBe('й')
  })
})
