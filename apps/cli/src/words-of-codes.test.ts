import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { count, inWords } from './words-of-codes.ts'

const house = fileURLToPath(new URL('../../..', import.meta.url))
const sources = ['libraries/dmn/src', 'libraries/feel/src/semantics', 'modules/catalogue/src/checking']

it('has words for every code that a check or a decision tells', () => {
  const codes = sources.flatMap(folder =>
    readdirSync(join(house, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .flatMap(file =>
        readFileSync(join(house, folder, file), 'utf8').match(/(?<=')(dmn|feel|package)\.[a-z-]+(?=')/g),
      ),
  )
  const told = [...new Set(codes.filter(code => code !== null))]
  expect(told.length).toBeGreaterThan(40)
  expect(told.filter(code => inWords(code) === code)).toEqual([])
  expect(inWords('not-xml')).toBe('not-xml: the file is not well-formed XML')
  expect(inWords('something.else')).toBe('something.else')
})

it('counts one thing as one', () => {
  expect([count(0, 'package'), count(1, 'package'), count(2, 'package')]).toEqual([
    '0 packages',
    '1 package',
    '2 packages',
  ])
})
