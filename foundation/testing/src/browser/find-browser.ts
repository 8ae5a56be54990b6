import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** A Chromium that runs here, and what its environment needs beside ours. */
export type BrowserProgram = { path: string; environment: Record<string, string> }

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * Finds the browser for tests: the one inside `@sparticuz/chromium` (Linux on x64, 66 MB packed), unpacked once into
 * `.tereze/browser`, with the libraries it brings where the machine lacks them; elsewhere the system's.
 */
export async function findBrowser(): Promise<BrowserProgram> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    const folder = await unpackOnce()
    const path = join(folder, 'chromium')
    const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
      ? {}
      : { FONTCONFIG_PATH: join(folder, 'fonts') }
    const brought = { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023/lib') }
    for (const environment of [fonts, brought]) {
      if (runs(path, environment)) return { path, environment }
    }
  }
  const found = SYSTEM_BROWSERS.find(path => existsSync(path) && runs(path, {}))
  if (found) return { path: found, environment: {} }
  throw new Error('No browser runs here: install chromium or Google Chrome, then run the tests again.')
}

function runs(path: string, environment: Record<string, string>): boolean {
  return (
    spawnSync(path, ['--version'], { env: { ...process.env, ...environment }, stdio: 'ignore', timeout: 20_000 })
      .status === 0
  )
}

async function unpackOnce(): Promise<string> {
  const home = fileURLToPath(new URL('../../../../.tereze/browser/', import.meta.url))
  const folder = join(home, packagedVersion())
  if (existsSync(join(folder, 'chromium'))) return folder
  mkdirSync(home, { recursive: true })
  const draft = mkdtempSync(join(home, 'unpacking-'))
  await promisify(execFile)(process.execPath, [fileURLToPath(new URL('./unpack-chromium.ts', import.meta.url))], {
    env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  })
  try {
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(join(folder, 'chromium'))) throw error
  }
  return folder
}

function packagedVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '../package.json'), 'utf8')) as { version: string }
  return version
}
