import { PROBLEM_CODES } from '@tereze/forms'
import { findMessageProblems } from '@tereze/messages'
import { describe, expect, it } from 'vitest'
import en from '../messages/en.json' with { type: 'json' }
import kk from '../messages/kk.json' with { type: 'json' }
import ru from '../messages/ru.json' with { type: 'json' }
import { isTextKey, textOf } from './texts.ts'

/** Kazakh and Russian write these alike. */
const alike = new Set(['name', 'documents.title', 'verify.code', 'case.with', 'search.title'])

describe('texts', () => {
  it('stand in all languages with the same arguments', () => {
    expect(findMessageProblems({ en, ru, kk })).toEqual([])
  })

  it('are Kazakh in Kazakh and Russian in Russian', () => {
    const same = Object.keys(kk).filter(key => kk[key as keyof typeof kk] === ru[key as keyof typeof ru])
    expect(same.filter(key => !alike.has(key))).toEqual([])
    const latin = Object.entries({ ...ru }).filter(([, text]) => !/[А-Яа-яЁё]/.test(text))
    expect(latin.map(([key]) => key)).toEqual(['case.with'])
  })

  it('say every problem of a form', () => {
    expect(PROBLEM_CODES.filter(code => !isTextKey(`problem.${code}`))).toEqual([])
  })

  it('count as each language counts', () => {
    const ready = (count: number) => textOf('home.ready', 'ru', { count })
    expect(ready(1)).toContain('Готова 1 услуга')
    expect(ready(3)).toContain('Готовы 3 услуги')
    expect(ready(5)).toContain('Готовы 5 услуг')
    expect(textOf('home.ready', 'kk', { count: 5 })).toContain('5 қызмет дайын')
  })
})
