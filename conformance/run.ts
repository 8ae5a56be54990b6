import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Suite } from './suite.ts'

// `npm run conformance -- [suite …] [--data DIR] [--out FILE]`: runs the suites whose folders are here, all without a name.

const here = import.meta.dirname

function option(name: string): string | null {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? null : (process.argv[at + 1] ?? null)
}

function chosen(all: readonly string[]): string[] {
  const values = new Set([option('data'), option('out')])
  const named = process.argv.slice(2).filter(word => !word.startsWith('--') && !values.has(word))
  const unknown = named.filter(name => !all.includes(name))
  if (unknown.length > 0) {
    console.error(`There is no suite ${unknown.join(', ')}; there are ${all.join(', ')}.`)
    process.exit(2)
  }
  return named.length === 0 ? [...all] : named
}

const suites = readdirSync(here, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && existsSync(join(here, entry.name, 'suite.ts')))
  .map(entry => entry.name)
  .sort()
const given = process.argv.includes('--data')
const data = resolve(option('data') ?? process.env.CONFORMANCE_DATA ?? join(here, '../../shared/conformance'))
if (given && (option('data') === null || !existsSync(data))) {
  console.error(option('data') === null ? '--data needs a folder.' : `There is no folder ${data}.`)
  process.exit(2)
}
const out = option('out')

let passed = 0
let failed = 0
let ok = true
for (const name of chosen(suites)) {
  const { suite } = (await import(join(here, name, 'suite.ts'))) as { suite: Suite }
  const result = await suite.run({ data, given, out: out === null ? null : resolve(out) })
  passed += result.passed
  failed += result.failed
  // Data that were named and have nothing for the suite prove nothing.
  ok &&= result.ok && (!given || result.passed + result.failed > 0)
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = ok ? 0 : 1
