import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readNobody } from '../../foundation/database/src/embedded/account.ts'

const house = fileURLToPath(new URL('../..', import.meta.url))
const asRoot = process.getuid?.() === 0
const users = [
  { who: 'the one who runs this', identity: {} },
  ...(asRoot ? [{ who: 'a normal user', identity: readNobody(readFileSync('/etc/passwd', 'utf8')) }] : []),
]

/** What a newcomer does: clone, and the two commands, on whatever Node the machine has. Needs the package registry. */
describe.each(users)('a fresh clone, on a path with spaces, of $who', ({ identity }) => {
  const parent = mkdtempSync(join(tmpdir(), 'fresh clone '))
  const clone = join(parent, 'the project')
  let firstSeconds = 0
  const path = (process.env.PATH ?? '')
    .split(':')
    .filter(folder => !folder.includes('.tereze'))
    .join(':')
  const run = (command: string, ...args: string[]) => {
    const begun = performance.now()
    const { status, stdout, stderr } = spawnSync(command, args, {
      ...identity,
      cwd: clone,
      encoding: 'utf8',
      env: { PATH: path, HOME: parent, NO_COLOR: '1' },
    })
    return { status, output: `${stdout}${stderr}`, seconds: (performance.now() - begun) / 1000 }
  }
  beforeAll(() => {
    spawnSync('git', ['clone', '-q', '--no-hardlinks', house, clone])
    chmodSync(parent, 0o777)
    if ('uid' in identity) spawnSync('chown', ['-R', `${identity.uid}:${identity.gid}`, parent])
  })
  afterAll(() => rmSync(parent, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

  test('sets itself up', () => {
    const { status, output, seconds } = run('npm', 'run', 'setup')
    firstSeconds = seconds
    expect(status, output).toBe(0)
    expect(output).toMatch(/✓ Installing dependencies/)
  })

  test('does nothing the second time, in a twentieth of the first', () => {
    const { status, output, seconds } = run('npm', 'run', 'setup')
    expect(status, output).toBe(0)
    expect(output).not.toContain('✓')
    expect(seconds).toBeLessThan(firstSeconds / 20)
  })

  test('installs again what was lost', () => {
    rmSync(join(clone, 'node_modules/typebox'), { recursive: true })
    expect(run('npm', 'run', 'setup').output).toMatch(/✓ Installing dependencies/)
  })

  test('passes its database tests on a database of its own', () => {
    const { status, output } = run('npm', 'test', '--', '--only', 'database', 'foundation')
    expect(output.trim().split('\n').at(-1), output).toMatch(/^\d+ passed, 0 failed$/)
    expect(status).toBe(0)
  })
})
