import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as library from './index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const xml = /```xml\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
const snippets = [...readme.matchAll(/```js\n([\s\S]*?)```/g)].map(match => match[1] ?? '')
const AsyncFunction = (async () => undefined).constructor as new (
  ...text: string[]
) => (...values: unknown[]) => Promise<void>

/** A snippet as a function: its imports from the library, and every `expression // → value` a comparison. */
function runnable(snippet: string): string {
  return snippet
    .replace(/import (\{[^}]*\}) from '@tereze\/process-import'/, 'const $1 = library')
    .replace(/^(.+?) \/\/ → (.+)$/gm, 'expect($1).toEqual($2);')
}

test.each(snippets.map((snippet, i) => [i + 1, snippet] as const))('snippet %i of the README', async (_, snippet) => {
  expect(snippet).toContain('// →')
  await new AsyncFunction('library', 'expect', 'xml', runnable(snippet))(library, expect, xml)
})
