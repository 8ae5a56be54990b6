import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sharedMessages } from './messages.ts'
import { intlOf } from './words.tsx'

const ids = Object.keys(sharedMessages.en) as (keyof typeof sharedMessages.en)[]
const source = readdirSync(new URL('../', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name) && !name.includes('.test.'))
  .map(name => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'))
  .join('\n')

describe('shared messages', () => {
  it('can be put into words in all three languages', () => {
    for (const language of ['en', 'ru', 'kk'] as const) {
      expect(Object.keys(sharedMessages[language])).toEqual(ids)
      const intl = intlOf(language, sharedMessages)
      for (const id of ids) {
        const said = intl.formatMessage({ id }, { moment: 'x', name: 'x' })
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
    // The link that leads past the head of the page stands in each app's own frame.
    expect(unused).toEqual(['shell.skip'])
  })
})
