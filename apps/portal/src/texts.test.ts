import { readdirSync, readFileSync } from 'node:fs'
import { PROBLEM_CODES } from '@tereze/forms'
import { findMessageProblems } from '@tereze/messages'
import { describe, expect, it } from 'vitest'
import en from '../messages/en.json' with { type: 'json' }
import kk from '../messages/kk.json' with { type: 'json' }
import ru from '../messages/ru.json' with { type: 'json' }
import { isTextKey, textOf } from './texts.ts'

/** Kazakh and Russian write these alike. */
const alike = new Set(['name', 'verify.code', 'files.size.kilobyte', 'files.size.megabyte', 'files.size.gigabyte'])

describe('texts', () => {
  it('stand in all languages with the same arguments', () => {
    expect(findMessageProblems({ en, ru, kk })).toEqual([])
  })

  it('are Kazakh in Kazakh and Russian in Russian', () => {
    const same = Object.keys(kk).filter(key => kk[key as keyof typeof kk] === ru[key as keyof typeof ru])
    expect(same.filter(key => !alike.has(key))).toEqual([])
    const latin = Object.entries({ ...ru }).filter(([, text]) => !/[А-Яа-яЁё]/.test(text))
    expect(latin).toEqual([])
  })

  it('are all used', () => {
    const folder = new URL('.', import.meta.url)
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => /\.tsx?$/.test(file) && !file.includes('.test.'))
      .map(file => readFileSync(new URL(file, folder), 'utf8'))
      .join('\n')
    // Keys that end in something from data are written as templates: `document.status.${…}`.
    const templates = [...sources.matchAll(/`([a-z.-]+\.)\$\{/g)].map(([, start = '']) => start)
    const used = (key: string) => sources.includes(`'${key}'`) || templates.some(start => key.startsWith(start))
    expect(Object.keys(en).filter(key => !used(key))).toEqual([])
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
