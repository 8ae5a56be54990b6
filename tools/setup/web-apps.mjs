import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { alone } from './alone.mjs'
import { SetupProblem, step } from './progress.mjs'
import { endOf, runProgram } from './run-program.mjs'

const APPS = ['portal', 'workplace', 'studio']

/** Builds each web app whose sources changed since its last build: `apps/<app>/build.ts` writes `apps/<app>/dist`. */
export async function buildWebApps(project) {
  if (changedApps(project).length === 0) return
  await alone(project, async () => {
    for (const { app, stamp, hash } of changedApps(project)) await build(project, app, stamp, hash)
  })
}

function changedApps(project) {
  const apps = APPS.filter(app => existsSync(join(project, 'apps', app, 'build.ts')))
  if (apps.length === 0) return []
  const shared = hashOf(project, ['package-lock.json', 'tools/web', 'ui', 'libraries', ...contracts(project)])
  return apps
    .map(app => ({
      app,
      stamp: join(project, '.tereze/setup', `${app}.built`),
      hash: `${shared} ${hashOf(project, [join('apps', app)])}\n`,
    }))
    .filter(({ app, stamp, hash }) => {
      const built = existsSync(join(project, 'apps', app, 'dist')) && existsSync(stamp)
      return !built || readFileSync(stamp, 'utf8') !== hash
    })
}

function build(project, app, stamp, hash) {
  return step(`Building the ${app}`, async () => {
    rmSync(stamp, { force: true })
    const { code, output } = await runProgram(process.execPath, [join('apps', app, 'build.ts')], { cwd: project })
    if (code !== 0) throw new SetupProblem(`The ${app} could not be built:\n${endOf(output, 40)}`)
    writeFileSync(stamp, hash)
  })
}

function contracts(project) {
  const modules = join(project, 'modules')
  return existsSync(modules) ? readdirSync(modules).map(name => join('modules', name, 'src/contract')) : []
}

/** One hash over the names and bytes of all files under the given places; places that do not exist count as empty. */
export function hashOf(project, places) {
  const hash = createHash('sha256')
  for (const place of places) {
    for (const file of filesUnder(join(project, place))) {
      hash.update(`${relative(project, file)}\0`)
      hash.update(createHash('sha256').update(readFileSync(file)).digest())
    }
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  if (!existsSync(path)) return []
  let entries
  try {
    entries = readdirSync(path, { withFileTypes: true })
  } catch {
    return [path]
  }
  return entries
    .filter(entry => !['node_modules', 'dist'].includes(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const inside = join(path, entry.name)
      return entry.isDirectory() ? filesUnder(inside) : entry.isFile() ? [inside] : []
    })
}
