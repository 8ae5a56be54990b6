import { describe, expect, it } from 'vitest'
import { profile } from '../preview/samples/index.ts'
import { findInProfile } from './find-in-profile.ts'
import { someUi } from './ui.fixture.ts'

const find = (words: string, language: 'en' | 'ru' | 'kk' = 'en') =>
  findInProfile(profile.groups, words, someUi(language)).flatMap(({ facts }) => facts.map(({ label }) => label.en))

describe('findInProfile', () => {
  it('finds by field, value as it is read, and keeper, in the language of the reader', () => {
    expect(find('personal NUMBER')).toEqual(['Personal number'])
    expect(find('үлгібаева')).toContain('Name')
    expect(find('мая 1994', 'ru')).toEqual(['Born'])
    expect(find('реестр', 'en')).toEqual([])
  })

  it('gives everything without words, and nothing where one word is missing', () => {
    expect(findInProfile(profile.groups, '  ', someUi('en'))).toBe(profile.groups)
    expect(find('personal nowhere')).toEqual([])
  })
})
