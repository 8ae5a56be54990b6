import { existsSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { SetupProblem } from './progress.mjs'
import { runProgram } from './run-program.mjs'

/** Runs npm on the Node that runs us, whatever Node npm's own first line asks for. */
export function npm(args, folder) {
  const cli = findNpm()
  const env = { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH || ''}` }
  return runProgram(process.execPath, [cli, ...args], { cwd: folder, env })
}

/** npm's program: the one that started us, else the one beside our Node, else the first on PATH. */
export function findNpm() {
  const candidates = [
    process.env.npm_execpath,
    join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
    ...(process.env.PATH || '').split(delimiter).map(folder => join(folder, 'npm')),
  ]
  for (const candidate of candidates) {
    if (!candidate || !existsSync(candidate)) continue
    const program = realpathSync(candidate)
    if (/npm-cli\.(c|m)?js$/.test(program)) return program
  }
  throw new SetupProblem('npm was not found. Install Node.js 24 together with npm, then run the same command again.')
}
