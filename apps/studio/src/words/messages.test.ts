import { readdirSync, readFileSync } from 'node:fs'
import { intlOf } from '@tereze/ui-app'
import { describe, expect, it } from 'vitest'
import { ownMessages } from './messages.ts'

const ids = Object.keys(ownMessages.en) as (keyof typeof ownMessages.en)[]
const source = readdirSync(new URL('../', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name) && !name.includes('.test.'))
  .map(name => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'))
  .join('\n')

describe('messages of the studio', () => {
  it('can be put into words in all three languages', () => {
    for (const language of ['en', 'ru', 'kk'] as const) {
      expect(Object.keys(ownMessages[language])).toEqual(ids)
      const intl = intlOf(language, ownMessages)
      for (const id of ids) {
        const said = intl.formatMessage(
          { id },
          {
            count: 3,
            hints: 2,
            part: 'x',
            name: 'x',
            moment: 'x',
            number: 2,
            version: 'x',
            hash: 'x',
            who: 'x',
            what: 'x',
            period: 'x',
            expected: 'x',
            found: 'x',
            told: 1,
            stories: 2,
            hold: 1,
            used: 1,
            items: 2,
          },
        )
        expect(said.trim(), `${language} ${id}`).not.toBe('')
        expect(said, `${language} ${id}`).not.toMatch(/[{}#]/)
      }
    }
  })

  it('are all used', () => {
    const unused = ids.filter(id => {
      if (source.includes(`'${id}'`)) return false
      const parts = id.split('.')
      return !parts.some((_, cut) => cut > 0 && source.includes(`\`${parts.slice(0, cut).join('.')}.\${`))
    })
    expect(unused).toEqual([])
  })
})
