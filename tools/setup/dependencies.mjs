import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './alone.mjs'
import { npm } from './npm.mjs'
import { SetupProblem, step } from './progress.mjs'
import { npmErrors } from './run-program.mjs'

/** Installs the root's dependencies exactly as locked, unless they are there already; then it needs no network. */
export async function installDependencies(project) {
  if (areInstalled(project)) return
  await alone(project, async () => {
    if (!areInstalled(project)) await install(project)
  })
}

function areInstalled(project) {
  const installed = readLock(join(project, 'node_modules/.package-lock.json'))
  return matchesLock(readLock(join(project, 'package-lock.json')), installed) && isThere(project, installed)
}

function install(project) {
  return step('Installing dependencies (about a minute)', async () => {
    const { code, output } = await npm(['ci', '--engine-strict', '--loglevel=error'], project)
    if (code === 0) return
    throw new SetupProblem(`Dependencies could not be installed:\n${npmErrors(output)}\n${wayOut(output)}`)
  })
}

/**
 * Whether what npm wrote down as installed is what the lock asks for: every entry at its version, nothing else. Packages
 * of other platforms are optional and may be missing.
 */
export function matchesLock(wanted, installed) {
  if (!wanted || !installed) return false
  for (const [place, entry] of Object.entries(wanted.packages)) {
    if (!place.startsWith('node_modules/')) continue
    const found = installed.packages[place]
    if (!found) {
      if (entry.optional) continue
      return false
    }
    if (found.version !== entry.version || found.resolved !== entry.resolved || found.integrity !== entry.integrity)
      return false
  }
  return Object.keys(installed.packages).every(place => wanted.packages[place])
}

/** Whether every installed entry lies where npm wrote down that it put it; npm writes some down that it never put there. */
export function isThere(project, installed) {
  return Object.keys(installed.packages).every(place => existsSync(join(project, place)))
}

function wayOut(output) {
  return /EUSAGE|not in sync/.test(output)
    ? 'package.json and package-lock.json disagree: whoever changed the one runs npm install --package-lock-only.'
    : 'Is the package registry reachable and is there 1 GB of free space? Then run the same command again.'
}

function readLock(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
