import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const peers = join(import.meta.dirname, 'peers')
const folder = join(import.meta.dirname, '../.tereze/peers')
const stamp = join(folder, 'installed')
const lock = readFileSync(join(peers, 'package-lock.json'), 'utf8')

/**
 * Installs what benchmarks are compared with, at the versions of `benchmarks/peers`, into `.tereze/peers`; at once when it is
 * there. No script of a peer runs. (Not by `npm ci`: peers bring binaries of platforms that a registry may not serve.)
 * @returns the folder to resolve peers from.
 * @throws Error when they cannot be installed: a figure without its peer is none.
 */
export async function installPeers(): Promise<string> {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return folder
  mkdirSync(folder, { recursive: true })
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(peers, file), join(folder, file))
  console.log('Installing the peers …')
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const [code] = await once(spawn('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] }), 'exit')
  if (code !== 0) throw new Error('The peers of the benchmark cannot be installed: is the package registry reachable?')
  writeFileSync(stamp, lock)
  return folder
}
