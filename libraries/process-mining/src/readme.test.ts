import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as library from './index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const [, snippet = ''] = /```js\n([\s\S]*?)```/.exec(readme) ?? []

test('the snippet of the README', () => {
  const runnable = snippet
    .replace(/import (\{[^}]*\}) from '@tereze\/process-mining'/, 'const $1 = library')
    .replace(/^(.+?) \/\/ → (.+)$/gm, 'expect($1).toEqual($2);')
  expect(runnable.match(/expect\(/g)).toHaveLength(3)
  new Function('library', 'expect', runnable)(library, expect)
})
