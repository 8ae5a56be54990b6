import { readFileSync } from 'node:fs'
import { parseProcess } from '@tereze/bpmn'
import { expect, test } from 'vitest'
import * as library from './index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const xml = /```xml\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
const snippets = [...readme.matchAll(/```js\n([\s\S]*?)```/g)].map(match => match[1] ?? '')
const parsed = await parseProcess(xml)
const processes = parsed.ok ? parsed.processes : []

/** A snippet as a function: its imports from the library, and every `expression // → value` a comparison. */
function runnable(snippet: string): string {
  return snippet
    .replace(/import (\{[^}]*\}) from '@tereze\/process-simulation'/, 'const $1 = library')
    .replace(/^(.+?) \/\/ → (.+)$/gm, 'expect($1).toEqual($2);')
}

test.each(snippets.map((snippet, i) => [i + 1, snippet] as const))('snippet %i of the README', (_, snippet) => {
  expect(snippet).toContain('// →')
  new Function('library', 'expect', 'processes', runnable(snippet))(library, expect, processes)
})
