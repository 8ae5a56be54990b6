import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

type Lock = { packages: Record<string, unknown> }

/**
 * Makes a new workspace known without asking npm or the network: a link in node_modules, and its two entries in the lock
 * and in what npm wrote down as installed. The result is what `npm install` would have written.
 */
export function linkWorkspace(project: string, folder: string): void {
  const { name, version, license, dependencies } = JSON.parse(
    readFileSync(join(project, folder, 'package.json'), 'utf8'),
  )
  const entries = {
    [folder]: { name, version, license, ...(dependencies ? { dependencies } : {}) },
    [`node_modules/${name}`]: { resolved: folder, link: true },
  }
  for (const lock of ['package-lock.json', 'node_modules/.package-lock.json']) {
    const file = join(project, lock)
    if (existsSync(file)) writeFileSync(file, addEntries(readFileSync(file, 'utf8'), entries))
  }
  const link = join(project, 'node_modules', name)
  if (existsSync(link) || !existsSync(join(project, 'node_modules'))) return
  mkdirSync(dirname(link), { recursive: true })
  symlinkSync(relative(dirname(link), join(project, folder)), link)
}

function addEntries(text: string, entries: Lock['packages']): string {
  const lock = JSON.parse(text) as Lock
  const packages = Object.entries({ ...lock.packages, ...entries }).sort(([one], [other]) =>
    one.localeCompare(other, 'en'),
  )
  return `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`
}
