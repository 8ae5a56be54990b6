import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { alone } from './alone.mjs'
import { npm } from './npm.mjs'
import { SetupProblem, step } from './progress.mjs'
import { endOf, npmErrors, runProgram } from './run-program.mjs'

/**
 * Whether this version of Node runs the sources directly and is accepted by every locked dependency: 22 from 22.22,
 * every 24, every version from 26.
 */
export function isUsableNode(version) {
  const [major, minor] = version.split('.').map(Number)
  return (major === 22 && minor >= 22) || major === 24 || major >= 26
}

/** Path of the pinned Node in `.tereze/runtime`, installed there by `npm ci` from its lock when it is missing. */
export async function bringRuntime(project) {
  const source = join(project, 'tools/setup/runtime')
  const folder = join(project, '.tereze/runtime')
  const name = `node-${process.platform}-${process.arch}`
  const version = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')).optionalDependencies[name]
  if (!version) {
    throw new SetupProblem(
      `Node.js ${process.versions.node} is too old and there is no pinned one for ${process.platform} ${process.arch}. Install Node.js 24 from nodejs.org, then run the same command again.`,
    )
  }
  const program = join(folder, 'node_modules', name, 'bin/node')
  const ready = join(folder, 'ready')
  const isReady = () => existsSync(program) && existsSync(ready) && readFileSync(ready, 'utf8') === version
  if (isReady()) return program
  await alone(project, async () => {
    if (!isReady()) await install(source, folder, program, version)
    writeFileSync(ready, version)
  })
  return program
}

function install(source, folder, program, version) {
  return step(`Bringing Node.js ${version} (this machine has ${process.versions.node})`, async () => {
    mkdirSync(folder, { recursive: true })
    for (const file of ['package.json', 'package-lock.json', '.npmrc'])
      copyFileSync(join(source, file), join(folder, file))
    const { code, output } = await npm(['ci', '--ignore-scripts', '--loglevel=error'], folder)
    if (code !== 0 || !existsSync(program)) {
      throw new SetupProblem(
        `Node.js ${version} could not be installed:\n${npmErrors(output)}\nIs the package registry reachable? Otherwise install Node.js 24 yourself and run the same command again.`,
      )
    }
    const trial = await runProgram(program, ['--version'], {})
    if (trial.code !== 0) {
      throw new SetupProblem(
        `The pinned Node.js does not run here:\n${endOf(trial.output)}\nInstall Node.js 24 yourself and run the same command again.`,
      )
    }
  })
}

/** Runs the same command on another Node; Ctrl-C, signals and the exit code pass through. */
export function rerunOn(node, args) {
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH || ''}`, npm_node_execpath: node }
  const child = spawn(node, args, { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) process.on(signal, () => child.kill(signal))
  child.on('error', error => {
    process.stderr.write(`${node}: ${error.message}\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code))
}
