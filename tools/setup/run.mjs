/**
 * The way in: `node tools/setup/run.mjs <verb> [arguments]`. Plain JavaScript that an old Node can read. Makes the right
 * Node, the dependencies and the web apps be there, then runs the verb. The second time it only looks, and is quick.
 */
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { keepCompiledCode } from './compiled-code.mjs'
import { installDependencies } from './dependencies.mjs'
import { SetupProblem, say } from './progress.mjs'
import { bringRuntime, isUsableNode, rerunOn } from './runtime.mjs'
import { VERBS } from './verbs.mjs'
import { buildWebApps } from './web-apps.mjs'

const self = fileURLToPath(import.meta.url)
const project = join(dirname(self), '../..')
const [verb, ...args] = process.argv.slice(2)

async function main() {
  const wanted = Object.hasOwn(VERBS, verb || '') ? VERBS[verb] : undefined
  if (!wanted) throw new SetupProblem(`Unknown: ${verb || '(nothing)'}. Known: ${Object.keys(VERBS).join(', ')}.`)
  if (!isUsableNode(process.versions.node)) {
    rerunOn(await bringRuntime(project), [self, verb, ...args])
    return
  }
  process.env.PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH || ''}`
  keepCompiledCode(project)
  await installDependencies(project)
  if (wanted.web) await buildWebApps(project)
  if (!wanted.entry) {
    say('Ready. Next: npm start')
    return
  }
  const entry = join(project, wanted.entry)
  if (!existsSync(entry))
    throw new SetupProblem(`"${verb}" needs ${wanted.entry}, which is not in this copy of the project.`)
  process.argv = [process.execPath, entry, ...(wanted.args || []), ...args]
  await import(pathToFileURL(entry).href)
}

main().catch(error => {
  say(error instanceof SetupProblem ? error.message : error?.stack || String(error))
  process.exitCode = 1
})
