/** Makes a scaffold of a kind in a project; formatted when the project has its formatter. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createLibrary } from './create-library.ts'
import { createModule } from './create-module.ts'
import { createOperation } from './create-operation.ts'
import { createService } from './create-service.ts'
import type { Created } from './created.ts'
import { NameProblem } from './names.ts'

const kinds: Readonly<Record<string, (project: string, args: string[]) => Created>> = {
  library: createLibrary,
  module: (project, args) => createModule(project, args, new Date()),
  operation: createOperation,
  service: createService,
}

/**
 * Makes what the words ask for, and tells of it as it is printed.
 * @param project absolute path of the project.
 * @returns exit code 1 and why, when the words ask for what cannot be.
 */
export function create(project: string, words: readonly string[]): { status: 0 | 1; output: string } {
  const [kind = '', ...args] = words
  try {
    const make = kinds[kind]
    if (!make) throw new NameProblem(`npm run create <${Object.keys(kinds).join('|')}> <name>; got "${kind}".`)
    const { files, next } = make(project, args)
    format(project, files)
    const output = [...files.map(file => `+ ${file}`), '', 'Next:', ...next.map(step => `  ${step}`)].join('\n')
    return { status: 0, output }
  } catch (error) {
    if (!(error instanceof NameProblem) && (error as NodeJS.ErrnoException).code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
      throw error
    return { status: 1, output: (error as Error).message }
  }
}

/** Names differ in length, so lines break differently: the formatter has the last word. */
function format(project: string, files: readonly string[]): void {
  const biome = 'node_modules/@biomejs/biome/bin/biome'
  if (existsSync(`${project}/${biome}`)) {
    spawnSync(process.execPath, [biome, 'check', '--write', ...files], { cwd: project, stdio: 'ignore' })
  }
}
