/**
 * `npm run generate`: writes what is made from code. `--check` writes nothing and fails where a file is not what it would
 * be. A document that others rely on may only grow: `--allow-loss` is for what no release has shown yet.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { listBegunModules, loadModule } from '../laws/module-in-memory.ts'
import { generate } from './generate.ts'
import type { Generator, House } from './generator.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, 'allow-loss': { type: 'boolean', default: false } },
})

const loaded = await Promise.all(listBegunModules().map(loadModule))
const house: House = {
  modules: loaded.flatMap(({ name, module, contract }) => (module ? [{ name, module, contract }] : [])),
  read: path => (existsSync(join(project, path)) ? readFileSync(join(project, path), 'utf8') : undefined),
}
const generators = await Promise.all(
  readdirSync(new URL('./generators/', import.meta.url)).map(
    async file =>
      ((await import(new URL(`./generators/${file}`, import.meta.url).href)) as { generator: Generator }).generator,
  ),
)

let failed = 0
const outcomes = generate(generators, house)
for (const { path, state, text, losses } of outcomes) {
  const refused = values.check ? state !== 'same' : state === 'shrinks' && !values['allow-loss']
  if (refused) failed++
  if (refused || (!values.check && state !== 'same')) console.log(`${refused ? '✗' : '+'} ${path}`)
  for (const loss of losses) console.log(`    ${loss}`)
  if (values.check || refused || state === 'same') continue
  mkdirSync(dirname(join(project, path)), { recursive: true })
  writeFileSync(join(project, path), text)
}
if (failed > 0) {
  console.log(
    values.check ? 'Run npm run generate and commit what it writes.' : 'A document that others rely on may only grow.',
  )
}
console.log(`${outcomes.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
