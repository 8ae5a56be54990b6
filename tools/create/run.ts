/**
 * `npm run create module|operation|service|library <name>`: scaffolds that already keep the laws, type-check and pass their
 * tests. What they make is a beginning to change, not a thing to keep.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createLibrary } from './create-library.ts'
import { createModule } from './create-module.ts'
import { createOperation } from './create-operation.ts'
import { createService } from './create-service.ts'
import type { Created } from './created.ts'
import { NameProblem } from './names.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
const [kind = '', ...args] = process.argv.slice(2)
const kinds: Readonly<Record<string, () => Created>> = {
  library: () => createLibrary(project, args),
  module: () => createModule(project, args, new Date()),
  operation: () => createOperation(project, args),
  service: () => createService(project, args),
}

try {
  const create = kinds[kind]
  if (!create) throw new NameProblem(`npm run create <${Object.keys(kinds).join('|')}> <name>; got "${kind}".`)
  const { files, next } = create()
  format(files)
  console.log([...files.map(file => `+ ${file}`), '', 'Next:', ...next.map(step => `  ${step}`)].join('\n'))
} catch (error) {
  if (!(error instanceof NameProblem) && (error as NodeJS.ErrnoException).code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    throw error
  console.error((error as Error).message)
  process.exitCode = 1
}

/** Names differ in length, so lines break differently: the formatter has the last word. */
function format(files: readonly string[]): void {
  const biome = 'node_modules/@biomejs/biome/bin/biome'
  if (existsSync(`${project}/${biome}`)) {
    spawnSync(process.execPath, [biome, 'check', '--write', ...files], { cwd: project, stdio: 'ignore' })
  }
}
