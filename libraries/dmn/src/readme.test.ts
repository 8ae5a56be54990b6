import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as dmn from './index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const xml = /```xml\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
const snippets = [...readme.matchAll(/```js\n([\s\S]*?)```/g)].map(match => match[1] ?? '')

/** A snippet as a function: its imports from the library, and every `expression // → value` a comparison. */
function runnable(snippet: string): string {
  return snippet
    .replace(/import (\{[^}]*\}) from '@tereze\/dmn'/, 'const $1 = library')
    .replace(/^(.+?) \/\/ → (.+)$/gm, 'expect($1).toEqual($2);')
}

test.each(snippets.map((snippet, i) => [i + 1, snippet] as const))('snippet %i of the README', (_, snippet) => {
  expect(snippet).toContain('// →')
  new Function('library', 'expect', 'xml', runnable(snippet))(dmn, expect, xml)
})
